create table organization (
  id             uuid        not null,
  version        bigint      not null,
  name           text        not null,
  slug           text        not null,
  owner_subject  text        not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  change_xid     xid8        not null default pg_current_xact_id(),
  constraint pk_organization primary key (id),
  constraint uq_organization_slug unique (slug)
);
create index ix_organization_owner on organization (owner_subject, id);
create trigger tr_organization_change before update on organization for each row execute function mark_change();

create table event (
  id                    uuid        not null,
  version               bigint      not null,
  organization_id       uuid        not null,
  name                  text        not null,
  slug                  text        not null,
  kind                  text        not null,
  starts_at             timestamp   not null,
  ends_at               timestamp   not null,
  zone                  text        not null,
  start_instant         timestamptz not null,
  end_instant           timestamptz not null,
  venue                 text,
  join_url              text,
  status                text        not null,
  contact_mode          text        not null,
  follow_up_window_days integer     not null,
  retention_days        integer     not null,
  attendance_percent    integer     not null,
  capacity              integer,
  approval_required     boolean     not null,
  cancel_reason         text,
  created_at            timestamptz not null,
  updated_at            timestamptz not null,
  change_xid            xid8        not null default pg_current_xact_id(),
  constraint pk_event primary key (id),
  constraint fk_event_organization foreign key (organization_id) references organization (id),
  constraint uq_event_slug unique (organization_id, slug),
  constraint ck_event_kind check (kind in ('IN_PERSON', 'WEBINAR', 'HYBRID')),
  constraint ck_event_status check (status in ('DRAFT', 'PUBLISHED', 'CANCELLED', 'ARCHIVED')),
  constraint ck_event_contact_mode check (contact_mode in ('OPEN', 'RELAY', 'BY_REQUEST', 'CLOSED')),
  constraint ck_event_period check (starts_at < ends_at),
  constraint ck_event_capacity check (capacity is null or capacity > 0),
  constraint ck_event_attendance check (attendance_percent between 0 and 100)
);
create trigger tr_event_change before update on event for each row execute function mark_change();

create table event_staff (
  event_id    uuid        not null,
  subject     text        not null,
  role        text        not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  constraint pk_event_staff primary key (event_id, subject),
  constraint fk_event_staff_event foreign key (event_id) references event (id),
  constraint ck_event_staff_role check (role in ('OWNER', 'EDITOR', 'SCANNER'))
);
create index ix_event_staff_subject on event_staff (subject, event_id);
