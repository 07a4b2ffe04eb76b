-- What contacts-service tells about the two people of a follow-up, and events-service about who was where. Written by the
-- feeds only; a deleted aggregate leaves its id and version.

create table interaction (
    interaction_id uuid        not null,
    version        bigint      not null,
    owner          text        not null,
    contact_id     uuid        not null,
    person_id      uuid,
    incoming       boolean     not null,
    occurred_at    timestamptz,
    constraint pk_interaction primary key (interaction_id)
);

create table reciprocity (
    contact_id    uuid    not null,
    version       bigint  not null,
    owner         text    not null,
    open_promises jsonb   not null default '[]',
    given         integer not null,
    received      integer not null,
    asked         integer not null,
    unthanked     integer not null,
    constraint pk_reciprocity primary key (contact_id)
);
create index ix_reciprocity_owner on reciprocity (owner);

create table attendance (
    attendance_id uuid    not null,
    version       bigint  not null,
    deleted       boolean not null default false,
    event_id      uuid,
    session_id    uuid,
    person_id     uuid,
    minutes       integer,
    attended      boolean,
    constraint pk_attendance primary key (attendance_id)
);
create index ix_attendance_event on attendance (event_id, person_id) where not deleted;

create table registration (
    registration_id uuid    not null,
    version         bigint  not null,
    deleted         boolean not null default false,
    event_id        uuid,
    person_id       uuid,
    status          text,
    constraint pk_registration primary key (registration_id)
);
create index ix_registration_event on registration (event_id, person_id) where not deleted;
