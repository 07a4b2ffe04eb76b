create table speaker (
  id            uuid        not null,
  version       bigint      not null,
  event_id      uuid        not null,
  person_id     uuid        not null,
  external_id   text,
  display_name  text        not null,
  given_name    text,
  family_name   text,
  credentials   text,
  affiliation   text,
  ror_id        text,
  country       text,
  orcid         text,
  linkedin      text,
  researchgate  text,
  x             text,
  website       text,
  bio           text,
  photo_url     text,
  interests     text[]      not null,
  contact_mode  text        not null,
  email         text,
  email_shared  boolean     not null,
  merge_proposed_with uuid,
  status        text        not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  change_xid    xid8        not null default pg_current_xact_id(),
  constraint pk_speaker primary key (id),
  constraint fk_speaker_event foreign key (event_id) references event (id),
  constraint fk_speaker_person foreign key (person_id) references person (id),
  constraint fk_speaker_merge_proposal foreign key (merge_proposed_with) references speaker (id),
  constraint uq_speaker_person unique (event_id, person_id),
  constraint uq_speaker_external_id unique (event_id, external_id),
  constraint uq_speaker_email unique (event_id, email),
  constraint ck_speaker_contact_mode check (contact_mode in ('OPEN', 'RELAY', 'BY_REQUEST', 'CLOSED')),
  constraint ck_speaker_status check (status in ('ACTIVE', 'REMOVED'))
);
create index ix_speaker_event_change on speaker (event_id, change_xid, id);
create index ix_speaker_person on speaker (person_id);
create trigger tr_speaker_change before update on speaker for each row execute function mark_change();

create table session (
  id             uuid        not null,
  version        bigint      not null,
  event_id       uuid        not null,
  external_id    text,
  title          text        not null,
  abstract       text,
  track          text,
  room           text,
  starts_at      timestamp   not null,
  ends_at        timestamp   not null,
  start_instant  timestamptz not null,
  end_instant    timestamptz not null,
  type           text,
  language       text,
  tags           text[]      not null,
  resources      text[]      not null,
  status         text        not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  change_xid     xid8        not null default pg_current_xact_id(),
  constraint pk_session primary key (id),
  constraint fk_session_event foreign key (event_id) references event (id),
  constraint uq_session_external_id unique (event_id, external_id),
  constraint ck_session_period check (starts_at < ends_at),
  constraint ck_session_status check (status in ('ACTIVE', 'REMOVED'))
);
create index ix_session_event_change on session (event_id, change_xid, id);
create index ix_session_event_start on session (event_id, starts_at, id);
create trigger tr_session_change before update on session for each row execute function mark_change();

create table session_speaker (
  session_id  uuid    not null,
  speaker_id  uuid    not null,
  role        text    not null,
  position    integer not null,
  constraint pk_session_speaker primary key (session_id, speaker_id),
  constraint fk_session_speaker_session foreign key (session_id) references session (id),
  constraint fk_session_speaker_speaker foreign key (speaker_id) references speaker (id),
  constraint ck_session_speaker_role check (role in ('SPEAKER', 'MODERATOR', 'PANELIST', 'HOST', 'PRESENTER'))
);
create index ix_session_speaker_speaker on session_speaker (speaker_id);
