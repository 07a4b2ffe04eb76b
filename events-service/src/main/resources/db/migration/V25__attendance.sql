-- What sources say about one registration's time in one session. Attendance is computed from these rows and from nothing else.
create table presence (
  id               uuid        not null,
  event_id         uuid        not null,
  session_id       uuid        not null,
  registration_id  uuid        not null,
  person_id        uuid        not null,
  source           text        not null,
  joined_at        timestamptz,
  left_at          timestamptz,
  seconds          integer,
  import_id        uuid,
  constraint pk_presence primary key (id),
  constraint fk_presence_session foreign key (session_id) references session (id),
  constraint fk_presence_registration foreign key (registration_id) references registration (id),
  constraint ck_presence_source check (source in ('CHECK_IN', 'WEBINAR', 'MANUAL')),
  constraint ck_presence_times check ((joined_at is null) = (seconds is not null)),
  constraint ck_presence_left check (left_at is null or joined_at is not null and left_at >= joined_at),
  constraint ck_presence_seconds check (seconds >= 0)
);
create index ix_presence_visit on presence (session_id, registration_id);
create index ix_presence_registration on presence (registration_id);
create index ix_presence_event on presence (event_id, id);

-- The presence of one person in one session, merged. A row stays as REMOVED when nothing is left of it: lists of changes and the
-- other services have to learn that.
create table attendance (
  id               uuid        not null,
  version          bigint      not null,
  event_id         uuid        not null,
  session_id       uuid        not null,
  registration_id  uuid        not null,
  person_id        uuid        not null,
  seconds          integer     not null,
  percent          integer     not null,
  required         integer     not null,
  attended         boolean     not null,
  assumed          boolean     not null,
  first_in         timestamptz,
  last_out         timestamptz,
  sources          text[]      not null,
  status           text        not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  change_xid       xid8        not null default pg_current_xact_id(),
  constraint pk_attendance primary key (id),
  constraint fk_attendance_session foreign key (session_id) references session (id),
  constraint fk_attendance_registration foreign key (registration_id) references registration (id),
  constraint ck_attendance_seconds check (seconds >= 0),
  constraint ck_attendance_percent check (percent between 0 and 100),
  constraint ck_attendance_required check (required between 0 and 100),
  constraint ck_attendance_span check ((first_in is null) = (last_out is null)),
  constraint ck_attendance_status check (status in ('ACTIVE', 'REMOVED'))
);
create index ix_attendance_event_change on attendance (event_id, change_xid, id);
create index ix_attendance_event on attendance (event_id, id);
create index ix_attendance_session on attendance (session_id, id);
create index ix_attendance_registration on attendance (registration_id);
create index ix_attendance_person on attendance (person_id, id);
create trigger tr_attendance_change before update on attendance for each row execute function mark_change();
