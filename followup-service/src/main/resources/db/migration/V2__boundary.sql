-- A person's own rules. Who set none has no row: the defaults then follow from speaker, event and configuration.
create table boundary (
    person_id     uuid        not null,
    version       bigint      not null,
    mode          text        not null,
    weekly_budget integer     not null,
    zone          text,
    working_days  text        not null,
    from_minute   integer     not null,
    to_minute     integer     not null,
    updated_at    timestamptz not null,
    constraint pk_boundary primary key (person_id),
    constraint ck_boundary_mode check (mode in ('OPEN', 'RELAY', 'BY_REQUEST', 'CLOSED')),
    constraint ck_boundary_budget check (weekly_budget between 0 and 1000),
    constraint ck_boundary_hours check (
        from_minute between 0 and 1439 and to_minute between 1 and 1440 and from_minute <> to_minute)
);

-- One row per recipient, only to be locked: whoever spends a budget or changes a boundary holds it, so that the two never
-- overlap and a budget is never spent twice.
create table recipient (
    person_id uuid not null,
    constraint pk_recipient primary key (person_id)
);

-- Addresses that must not be written to again, as keyed hashes.
create table suppression (
    address_hash bytea       not null,
    reason       text        not null,
    created_at   timestamptz not null,
    constraint pk_suppression primary key (address_hash)
);
