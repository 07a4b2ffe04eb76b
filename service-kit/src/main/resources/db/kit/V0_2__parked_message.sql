-- Messages that could not be applied, as they came: bytes, because text columns hold neither NUL nor broken UTF-8.
create table parked_message (
    id            uuid        not null default uuidv7(),
    topic         text        not null,
    partition_no  int         not null,
    record_offset bigint      not null,
    record_time   bigint      not null,
    key           bytea,
    headers       bytea       not null,
    body          bytea,
    reason        text        not null,
    attempts      int         not null default 1,
    parked_at     timestamptz not null default now(),
    replayed_at   timestamptz,
    constraint pk_parked_message primary key (id),
    -- Reading a topic again parks nothing twice. The time tells a record from one of a topic that was created anew.
    constraint uq_parked_message_record unique (topic, partition_no, record_offset, record_time)
);

create index ix_parked_message_open on parked_message (id) where replayed_at is null;
