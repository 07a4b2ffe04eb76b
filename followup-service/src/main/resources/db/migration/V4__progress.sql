-- Where a follow-up is: narrow, one row per follow-up, the only rows that dispatchers write. A claim changes state, lease
-- and fence only, and no index knows these columns, so that a claim is a HOT update.
-- send_at: null until approved; then the instant at which the gates are asked next; null again at the end.
create table progress (
    follow_up_id  uuid        not null,
    version       bigint      not null,
    change_xid    xid8        not null default pg_current_xact_id(),
    owner         text        not null,
    state         text        not null,
    reason        text,
    step_id       uuid        not null,
    recipient     uuid,
    due_at        timestamptz,
    not_after     timestamptz,
    send_at       timestamptz,
    estimate_at   timestamptz,
    sent_at       timestamptz,
    approved_at   timestamptz,
    updated_at    timestamptz not null,
    attempts      integer     not null default 0,
    lease_until   timestamptz,
    fence         bigint      not null default 0,
    constraint pk_progress primary key (follow_up_id),
    constraint fk_progress_follow_up foreign key (follow_up_id) references follow_up (id),
    constraint ck_progress_state check (state in ('DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD', 'SENDING', 'SENT',
        'REPLIED', 'STOPPED', 'SKIPPED', 'FAILED', 'UNCERTAIN', 'EXPIRED')),
    constraint ck_progress_lease check ((state = 'SENDING') = (lease_until is not null))
) with (fillfactor = 70);
create index ix_progress_send_at on progress (send_at) where send_at is not null;
create index ix_progress_owner on progress (owner, follow_up_id);
create index ix_progress_recipient on progress (recipient) where send_at is not null;

-- The list of changes is paged by the changing transaction, whoever changes the row.
create function progress_changed() returns trigger language plpgsql as $$
begin
    new.change_xid := pg_current_xact_id();
    return new;
end
$$;
create trigger tr_progress_changed before update on progress for each row execute function progress_changed();

-- Every evaluation of the gates, for the owner's "why".
create table gate_decision (
    id            uuid        not null,
    follow_up_id  uuid        not null,
    decided_at    timestamptz not null,
    verdict       text        not null,
    reason        text,
    gates         text        not null,
    next_check_at timestamptz,
    estimate_at   timestamptz,
    constraint pk_gate_decision primary key (id)
);
create index ix_gate_decision_follow_up on gate_decision (follow_up_id, id);
