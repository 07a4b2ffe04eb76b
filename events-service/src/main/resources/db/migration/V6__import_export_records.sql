create table import_run (
  id          uuid        not null,
  event_id    uuid        not null,
  format      text        not null,
  subject     text        not null,
  created     integer     not null,
  updated     integer     not null,
  skipped     integer     not null,
  conflicts   integer     not null,
  errors      integer     not null,
  created_at  timestamptz not null,
  constraint pk_import_run primary key (id),
  constraint fk_import_run_event foreign key (event_id) references event (id)
);
create index ix_import_run_event on import_run (event_id, id);

-- Who took which data out, when, and in what shape.
create table export_record (
  id              uuid        not null,
  event_id        uuid        not null,
  subject         text        not null,
  format          text        not null,
  row_kind        text        not null,
  zone            text        not null,
  emails_allowed  boolean     not null,
  formula_guard   text        not null,
  guarded_cells   bigint      not null,
  row_count       bigint      not null,
  bytes           bigint      not null,
  etag            text        not null,
  created_at      timestamptz not null,
  constraint pk_export_record primary key (id),
  constraint fk_export_record_event foreign key (event_id) references event (id)
);
create index ix_export_record_event on export_record (event_id, id);
