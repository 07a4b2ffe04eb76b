-- What happens to the personal data of an event after its end: announced first, done in batches, kept as numbers.
create table retention (
  event_id        uuid        not null,
  version         bigint      not null,
  announced_at    timestamptz,
  chosen_on       date,
  registrations   bigint      not null default 0,
  people          bigint      not null default 0,
  speaker_emails  bigint      not null default 0,
  completed_at    timestamptz,
  updated_at      timestamptz not null,
  constraint pk_retention primary key (event_id),
  constraint fk_retention_event foreign key (event_id) references event (id) on delete cascade,
  constraint ck_retention_announced check (completed_at is null or announced_at is not null)
);
create index ix_retention_open on retention (announced_at) where completed_at is null;
