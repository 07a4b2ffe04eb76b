-- Who is gone stays gone: what is kept of an erased address is a keyed hash, enough to know it again and for nothing else.
create table erased_address (
  hash       bytea       not null,
  erased_at  timestamptz not null,
  constraint pk_erased_address primary key (hash),
  constraint ck_erased_address_hash check (octet_length(hash) = 32)
);

create table erasure (
  id            uuid        not null,
  person_id     uuid        not null,
  status        text        not null,
  requested_at  timestamptz not null,
  completed_at  timestamptz,
  constraint pk_erasure primary key (id),
  constraint ck_erasure_status check (status in ('REQUESTED', 'COMPLETED')),
  constraint ck_erasure_completed check ((status = 'COMPLETED') = (completed_at is not null))
);
create index ix_erasure_open on erasure (requested_at, id) where status = 'REQUESTED';

-- A speaker whose person is erased stays as a removed row without content: lists of changes have to tell that it is gone.
alter table speaker alter column person_id drop not null;
alter table speaker add constraint ck_speaker_person check (person_id is not null or status = 'REMOVED');

-- What is known about a registration goes with it.
alter table badge drop constraint fk_badge_registration;
alter table badge add constraint fk_badge_registration
  foreign key (registration_id) references registration (id) on delete cascade;
alter table presence drop constraint fk_presence_registration;
alter table presence add constraint fk_presence_registration
  foreign key (registration_id) references registration (id) on delete cascade;
alter table attendance drop constraint fk_attendance_registration;
alter table attendance add constraint fk_attendance_registration
  foreign key (registration_id) references registration (id) on delete cascade;
create index ix_import_run_subject on import_run (subject);
create index ix_export_record_subject on export_record (subject);
