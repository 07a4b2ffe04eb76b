-- Somebody is asked to work on an event. The address is kept only as long as the question is open: it is needed for nothing else.
create table staff_invitation (
  id           uuid        not null,
  event_id     uuid        not null,
  address      text,
  role         text        not null,
  status       text        not null,
  invited_by   text        not null,
  accepted_by  text,
  expires_at   timestamptz not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  constraint pk_staff_invitation primary key (id),
  constraint fk_staff_invitation_event foreign key (event_id) references event (id) on delete cascade,
  constraint ck_staff_invitation_role check (role in ('OWNER', 'EDITOR', 'SCANNER')),
  constraint ck_staff_invitation_status check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'REVOKED', 'REPLACED')),
  constraint ck_staff_invitation_address check ((status = 'OPEN') = (address is not null)),
  constraint ck_staff_invitation_accepted check ((status = 'ACCEPTED') = (accepted_by is not null))
);
create unique index ux_staff_invitation_open on staff_invitation (event_id, address) where status = 'OPEN';
create index ix_staff_invitation_address on staff_invitation (address) where status = 'OPEN';
create index ix_staff_invitation_event on staff_invitation (event_id, id);
