-- What contacts-service knows of events and people. It learns it from Kafka only; a row is replaced by a newer version and never
-- by an older one, so reading a topic again changes nothing. Deleted things stay as rows: a late older version must not revive them.

create table event (
    id          uuid   not null,
    version     bigint not null,
    name        text,
    zone        text,
    starts_at   timestamptz,
    ends_at     timestamptz,
    status      text   not null,
    constraint pk_event primary key (id),
    constraint ck_event_version check (version >= 1)
);

create table session (
    id        uuid   not null,
    version   bigint not null,
    event_id  uuid,
    title     text,
    room      text,
    starts_at timestamptz,
    ends_at   timestamptz,
    status    text   not null,
    speaker_ids uuid[] not null default '{}',
    constraint pk_session primary key (id),
    constraint ck_session_version check (version >= 1)
);

create table speaker (
    id           uuid   not null,
    version      bigint not null,
    event_id     uuid,
    person_id    uuid,
    display_name text,
    credentials  text,
    affiliation  text,
    country      text,
    orcid        text,
    contact_mode text,
    status       text   not null,
    constraint pk_speaker primary key (id),
    constraint ck_speaker_version check (version >= 1),
    constraint ck_speaker_complete check (status = 'DELETED' or (event_id is not null and person_id is not null))
);

-- The share card's fields and the sign-in. No address: nothing in this service shows one.
create table person (
    id           uuid   not null,
    version      bigint not null,
    subject      text,
    display_name text,
    affiliation  text,
    career_stage text,
    orcid        text,
    links        jsonb  not null default '{}',
    status       text   not null,
    constraint pk_person primary key (id),
    constraint ck_person_version check (version >= 1)
);

-- settled_version: how far contacts were brought in line with this registration. That is done twice, the second time not before
-- settle_again_at: a scan that had read the older registration may commit after the first time.
create table registration (
    id              uuid   not null,
    version         bigint not null,
    settled_version bigint not null default 0,
    settle_again_at timestamptz,
    event_id        uuid,
    person_id       uuid,
    sharing         text   not null,
    status          text   not null,
    constraint pk_registration primary key (id),
    constraint ck_registration_version check (version >= 1),
    constraint ck_registration_sharing check (sharing in ('CARD', 'ASK_ME', 'OFF')),
    constraint ck_registration_complete check (status = 'DELETED' or (event_id is not null and person_id is not null))
);

create index ix_registration_person on registration (person_id);
create index ix_registration_unsettled on registration (id) where settled_version < version;

create table badge (
    token_hash      bytea not null,
    registration_id uuid  not null,
    status          text  not null,
    constraint pk_badge primary key (token_hash),
    constraint ck_badge_token_hash check (octet_length(token_hash) = 32),
    constraint ck_badge_status check (status in ('ACTIVE', 'REVOKED'))
);

create index ix_badge_registration on badge (registration_id);
