-- When its owner wants to hear of a follow-up again, and until when an answer is hoped for.
alter table follow_up add column snoozed_until timestamptz;
alter table follow_up add column no_reply_by timestamptz;

-- Owners who want to be told by mail what needs them. next_at: when the next window opens.
create table digest_setting (
    owner      text        not null,
    version    bigint      not null,
    frequency  text        not null,
    weekday    text        not null,
    local_time time        not null,
    zone       text        not null,
    name       text        not null,
    address    text        not null,
    next_at    timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_digest_setting primary key (owner),
    constraint ck_digest_frequency check (frequency in ('DAILY', 'WEEKLY'))
);
create index ix_digest_setting_next on digest_setting (next_at);

-- The ledger of digests: one row per owner and window, for ever, so that no window is told twice.
create table digest_delivery (
    id          uuid        not null,
    owner       text        not null,
    window_on   date        not null,
    state       text        not null,
    attempts    integer     not null,
    claimed_at  timestamptz not null,
    retry_at    timestamptz,
    finished_at timestamptz,
    reply_code  integer,
    constraint pk_digest_delivery primary key (id),
    constraint uq_digest_delivery unique (owner, window_on),
    constraint ck_digest_delivery_state check (state in ('SENDING', 'SENT', 'RETRY', 'FAILED', 'UNCERTAIN', 'EXPIRED'))
);
create index ix_digest_delivery_open on digest_delivery (claimed_at) where state in ('SENDING', 'RETRY');
