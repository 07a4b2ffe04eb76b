-- A registration keeps what this event was told; the person behind it may be known under other names elsewhere,
-- and an organizer learns nothing of that.
create table registration (
  id            uuid        not null,
  version       bigint      not null,
  event_id      uuid        not null,
  person_id     uuid        not null,
  external_id   text,
  email         text        not null,
  display_name  text        not null,
  given_name    text,
  family_name   text,
  affiliation   text,
  career_stage  text,
  zone          text,
  locale        text,
  interests     text[]      not null,
  goals         text[]      not null,
  sharing       text        not null,
  status        text        not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  change_xid    xid8        not null default pg_current_xact_id(),
  constraint pk_registration primary key (id),
  constraint fk_registration_event foreign key (event_id) references event (id),
  constraint fk_registration_person foreign key (person_id) references person (id),
  constraint uq_registration_person unique (event_id, person_id),
  constraint uq_registration_external_id unique (event_id, external_id),
  constraint ck_registration_sharing check (sharing in ('CARD', 'ASK_ME', 'OFF')),
  constraint ck_registration_status check (status in ('PENDING', 'CONFIRMED', 'CANCELLED', 'WAITLISTED')),
  constraint ck_registration_career_stage check (career_stage in
    ('STUDENT', 'RESIDENT', 'FELLOW', 'ATTENDING', 'RESEARCHER', 'NURSE', 'ALLIED_HEALTH', 'INDUSTRY', 'OTHER'))
);
create index ix_registration_event_change on registration (event_id, change_xid, id);
create index ix_registration_person on registration (person_id);
create trigger tr_registration_change before update on registration for each row execute function mark_change();

-- The token is a keyed function of the seed: it can be printed again without being stored.
create table badge (
  id               uuid        not null,
  event_id         uuid        not null,
  registration_id  uuid        not null,
  person_id        uuid        not null,
  seed             bytea       not null,
  token_hash       bytea       not null,
  status           text        not null,
  created_at       timestamptz not null,
  revoked_at       timestamptz,
  constraint pk_badge primary key (id),
  constraint fk_badge_event foreign key (event_id) references event (id),
  constraint fk_badge_registration foreign key (registration_id) references registration (id),
  constraint fk_badge_person foreign key (person_id) references person (id),
  constraint uq_badge_token_hash unique (token_hash),
  constraint ck_badge_seed check (octet_length(seed) = 16),
  constraint ck_badge_token_hash check (octet_length(token_hash) = 32),
  constraint ck_badge_status check (status in ('ACTIVE', 'REVOKED')),
  constraint ck_badge_revoked check ((status = 'REVOKED') = (revoked_at is not null))
);
create unique index ux_badge_active on badge (registration_id) where status = 'ACTIVE';
create index ix_badge_registration on badge (registration_id, created_at);
create index ix_badge_event on badge (event_id, id);
create index ix_badge_person on badge (person_id);
