-- What was certified is kept as it was said: names and times may change later. The code is drawn at random and says nothing.
create table certificate (
  id               uuid        not null,
  code             uuid        not null,
  event_id         uuid        not null,
  registration_id  uuid        not null,
  person_id        uuid        not null,
  holder           text        not null,
  name_shown       text        not null,
  event_name       text        not null,
  zone             text        not null,
  required         integer     not null,
  minutes          integer     not null,
  status           text        not null,
  revoked_because  text,
  issued_at        timestamptz not null,
  revoked_at       timestamptz,
  constraint pk_certificate primary key (id),
  constraint fk_certificate_event foreign key (event_id) references event (id),
  constraint fk_certificate_registration foreign key (registration_id) references registration (id),
  constraint uq_certificate_code unique (code),
  constraint ck_certificate_name_shown check (name_shown in ('INITIALS', 'FULL')),
  constraint ck_certificate_status check (status in ('VALID', 'REVOKED')),
  constraint ck_certificate_revoked_because check (revoked_because in ('REPLACED', 'WITHDRAWN')),
  constraint ck_certificate_revoked check
    ((status = 'REVOKED') = (revoked_at is not null) and (revoked_at is null) = (revoked_because is null))
);
create unique index ux_certificate_valid on certificate (registration_id) where status = 'VALID';
create index ix_certificate_registration on certificate (registration_id, id);
create index ix_certificate_event on certificate (event_id, id);
create index ix_certificate_person on certificate (person_id, id);

create table certificate_session (
  certificate_id  uuid      not null,
  session_id      uuid      not null,
  title           text      not null,
  starts_at       timestamp not null,
  ends_at         timestamp not null,
  minutes         integer   not null,
  percent         integer   not null,
  assumed         boolean   not null,
  constraint pk_certificate_session primary key (certificate_id, session_id),
  constraint fk_certificate_session_certificate foreign key (certificate_id) references certificate (id) on delete cascade
);
