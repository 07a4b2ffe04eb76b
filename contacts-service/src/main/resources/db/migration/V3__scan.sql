-- Every scan that was accepted, for ever: the key makes a scan that is sent again a replay.
create table scan (
    owner           text collate "C" not null,
    scan_id         uuid        not null,
    contact_id      uuid        not null,
    event_id        uuid        not null,
    outcome         text        not null,
    fingerprint     bigint      not null,
    scanned_at      timestamptz not null,
    effective_at    timestamptz not null,
    received_at     timestamptz not null,
    clock_corrected boolean     not null,
    device_id       text        not null,
    device_sequence bigint      not null,
    constraint pk_scan primary key (owner, scan_id),
    constraint ck_scan_outcome check (outcome in ('CREATED', 'UPDATED', 'PENDING', 'NEEDS_CONSENT'))
);

-- Contacts that wait for the registration behind their badge. seen_version: the registration's version that did not help.
create table pending_badge (
    token_hash   bytea  not null,
    owner        text collate "C" not null,
    event_id     uuid   not null,
    contact_id   uuid   not null,
    seen_version bigint not null default 0,
    constraint pk_pending_badge primary key (token_hash, owner, event_id)
);
