-- The rules that people set for those who want to write to them, as followup-service tells them. A deleted one keeps its version.
create table boundary (
    person_id     uuid    not null,
    version       bigint  not null,
    mode          text,
    weekly_budget int,
    constraint pk_boundary primary key (person_id),
    constraint ck_boundary_complete check ((mode is null) = (weekly_budget is null))
);

-- Messages that reached a person within their budget's window, whoever sent them: what is counted, and nothing about who wrote what.
create table sent_message (
    follow_up_id uuid        not null,
    sent_at      timestamptz not null,
    person_id    uuid        not null,
    constraint pk_sent_message primary key (follow_up_id, sent_at)
);

create index ix_sent_message_person on sent_message (person_id, sent_at);
create index ix_sent_message_sent_at on sent_message (sent_at);

create function erased_boundary_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        return null;
    end if;
    return new;
end $$;

create trigger tr_boundary_erased before insert on boundary
    for each row execute function erased_boundary_says_nothing();
create trigger tr_sent_message_erased before insert on sent_message
    for each row execute function erased_boundary_says_nothing();
