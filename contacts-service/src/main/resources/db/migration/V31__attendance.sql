-- Who was in which session, for suggesting its speakers to them and to nobody else.
create table attendance (
    id         uuid    not null,
    version    bigint  not null,
    person_id  uuid,
    session_id uuid,
    attended   boolean not null,
    constraint pk_attendance primary key (id),
    constraint ck_attendance_version check (version >= 1),
    constraint ck_attendance_complete check (not attended or (person_id is not null and session_id is not null))
);

create index ix_attendance_person on attendance (person_id, session_id) where attended;

create table dismissed_suggestion (
    owner        text collate "C" not null,
    speaker_id   uuid        not null,
    dismissed_at timestamptz not null,
    constraint pk_dismissed_suggestion primary key (owner, speaker_id)
);
