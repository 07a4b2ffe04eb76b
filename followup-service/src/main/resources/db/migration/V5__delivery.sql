-- The ledger: one row per follow-up, step and recipient, for ever. What is counted against a recipient's budget is what
-- may have reached them: rows in SENDING, SENT or UNCERTAIN.
create table delivery (
    id           uuid        not null,
    follow_up_id uuid        not null,
    step_id      uuid        not null,
    recipient    uuid        not null,
    address_hash bytea       not null,
    message_id   text        not null,
    state        text        not null,
    attempts     integer     not null,
    claimed_at   timestamptz not null,
    finished_at  timestamptz,
    reply_code   integer,
    detail       text,
    constraint pk_delivery primary key (id),
    constraint uq_delivery unique (follow_up_id, step_id, recipient),
    constraint ck_delivery_state check (state in ('SENDING', 'SENT', 'RETRY', 'FAILED', 'UNCERTAIN'))
) with (fillfactor = 80);
create index ix_delivery_recipient on delivery (recipient, claimed_at);
