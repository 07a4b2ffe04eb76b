-- What the other services tell, as far as follow-ups need it. Rows are written by the feeds only; a deleted aggregate
-- leaves its id and version, so that an older message cannot bring it back.

create table event (
    event_id              uuid        not null,
    version               bigint      not null,
    deleted               boolean     not null default false,
    name                  text,
    zone                  text,
    end_instant           timestamptz,
    status                text,
    contact_mode          text,
    follow_up_window_days integer,
    constraint pk_event primary key (event_id)
);

create table session (
    session_id  uuid        not null,
    version     bigint      not null,
    deleted     boolean     not null default false,
    event_id    uuid,
    title       text,
    end_instant timestamptz,
    status      text,
    constraint pk_session primary key (session_id)
);

create table speaker (
    speaker_id   uuid    not null,
    version      bigint  not null,
    deleted      boolean not null default false,
    event_id     uuid,
    person_id    uuid,
    contact_mode text,
    status       text,
    constraint pk_speaker primary key (speaker_id)
);
create index ix_speaker_person on speaker (person_id);

create table person (
    person_id    uuid    not null,
    version      bigint  not null,
    deleted      boolean not null default false,
    display_name text,
    zone         text,
    subject      text,
    email        text,
    email_hash   bytea,
    constraint pk_person primary key (person_id)
);
create index ix_person_subject on person (subject);

create table contact (
    contact_id     uuid    not null,
    version        bigint  not null,
    deleted        boolean not null default false,
    owner          text,
    status         text,
    kind           text,
    person_id      uuid,
    do_not_contact boolean not null default false,
    email_shared   boolean not null default false,
    merged_into    uuid,
    encounters     jsonb   not null default '[]',
    constraint pk_contact primary key (contact_id)
);
