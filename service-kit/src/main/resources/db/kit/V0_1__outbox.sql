-- Facts that wait for their publication. Rows are inserted and, once published, deleted in bulk; never updated.
--
-- A writer names the columns topic, key, version, type, body (and trace when it has one); the rest has defaults:
--     insert into outbox (topic, key, version, type, body) select ... from changed
create table outbox (
    xid        xid8        not null default pg_current_xact_id(),
    seq        bigint      not null generated always as identity,
    id         uuid        not null default uuidv7(),
    created_at timestamptz not null default now(),
    topic      text        not null,
    key        uuid        not null,
    version    bigint      not null,
    type       text        not null,
    body       text        not null,
    trace      text,
    constraint pk_outbox primary key (seq),
    constraint ck_outbox_version check (version > 0),
    -- A body that the broker refuses would stop the relay for good.
    constraint ck_outbox_body check (octet_length(body) <= 900000)
)
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

create index ix_outbox_xid on outbox (xid);

-- How far the relay has come: everything visible in `published` is in Kafka; of what is visible in `target` besides,
-- everything up to `position`.
create table outbox_cursor (
    singleton boolean     not null default true,
    published pg_snapshot not null,
    target    pg_snapshot,
    position  bigint      not null,
    constraint pk_outbox_cursor primary key (singleton),
    constraint ck_outbox_cursor_singleton check (singleton)
);

insert into outbox_cursor (published, position)
values ('1:1:', 0);
