-- One report of a webinar platform about one session. What a platform says about (a part of) a session is what its newest report says.
create table webinar_import (
  id           uuid        not null,
  event_id     uuid        not null,
  session_id   uuid        not null,
  format       text        not null,
  part         integer     not null,
  fingerprint  text        not null,
  status       text        not null,
  subject      text        not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  constraint pk_webinar_import primary key (id),
  constraint fk_webinar_import_session foreign key (session_id) references session (id),
  constraint ck_webinar_import_format check (format in
    ('ZOOM_WEBINAR', 'ZOOM_MEETING', 'TEAMS', 'GOTOWEBINAR', 'BIGBLUEBUTTON', 'GENERIC_CSV')),
  constraint ck_webinar_import_part check (part between 1 and 20),
  constraint ck_webinar_import_status check (status in ('CURRENT', 'REPLACED', 'ROLLED_BACK'))
);
create unique index ux_webinar_import_current on webinar_import (session_id, format, part) where status = 'CURRENT';
create index ix_webinar_import_session on webinar_import (session_id, id);
create index ix_webinar_import_event on webinar_import (event_id, id);

-- A participant of a report. What identifies them is kept only as long as somebody may have to decide by it: who was found by an
-- identifier is known by the registration.
create table webinar_participant (
  id               uuid        not null,
  version          bigint      not null,
  import_id        uuid        not null,
  event_id         uuid        not null,
  session_id       uuid        not null,
  key              text        not null,
  name             text,
  other_name       text,
  email            text,
  external_id      text,
  orcid            text,
  registration_id  uuid,
  match            text        not null,
  updated_at       timestamptz not null,
  constraint pk_webinar_participant primary key (id),
  constraint fk_webinar_participant_import foreign key (import_id) references webinar_import (id),
  constraint fk_webinar_participant_registration foreign key (registration_id) references registration (id),
  constraint uq_webinar_participant_key unique (import_id, key),
  constraint ck_webinar_participant_match check (match in
    ('EXTERNAL_ID', 'EMAIL', 'ALIAS', 'ORCID', 'NAME', 'MANUAL', 'IGNORED', 'UNMATCHED')),
  constraint ck_webinar_participant_registration check
    ((registration_id is null) = (match in ('IGNORED', 'UNMATCHED')))
);
create index ix_webinar_participant_event on webinar_participant (event_id, match, id);
create index ix_webinar_participant_key on webinar_participant (event_id, key);
create index ix_webinar_participant_registration on webinar_participant (registration_id);

create table webinar_stay (
  participant_id  uuid    not null,
  line            bigint  not null,
  joined_at       timestamptz,
  left_at         timestamptz,
  seconds         integer,
  constraint pk_webinar_stay primary key (participant_id, line),
  constraint fk_webinar_stay_participant foreign key (participant_id) references webinar_participant (id) on delete cascade,
  constraint ck_webinar_stay_times check ((joined_at is null) = (seconds is not null))
);

-- What staff decided about a participant holds for every later report of the event.
create table webinar_decision (
  event_id         uuid        not null,
  key              text        not null,
  registration_id  uuid,
  subject          text        not null,
  decided_at       timestamptz not null,
  constraint pk_webinar_decision primary key (event_id, key),
  constraint fk_webinar_decision_registration foreign key (registration_id) references registration (id)
);
create index ix_webinar_decision_registration on webinar_decision (registration_id);
