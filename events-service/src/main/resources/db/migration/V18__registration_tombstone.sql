-- What is left of a deleted registration: enough to tell that it is gone, nothing about the person.
create table registration_tombstone (
  id          uuid        not null,
  event_id    uuid        not null,
  version     bigint      not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  change_xid  xid8        not null default pg_current_xact_id(),
  constraint pk_registration_tombstone primary key (id),
  constraint fk_registration_tombstone_event foreign key (event_id) references event (id) on delete cascade
);
create index ix_registration_tombstone_change on registration_tombstone (event_id, change_xid, id);

-- The change feed pages over both.
create view registration_change as
  select id, event_id, change_xid from registration
  union all
  select id, event_id, change_xid from registration_tombstone;
