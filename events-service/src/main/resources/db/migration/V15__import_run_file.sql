-- Which file it was, so that the same file again is recognised, and what was asked for.
alter table import_run add column mode text not null default 'BEST_EFFORT';
alter table import_run alter column mode drop default;
alter table import_run add column removed integer not null default 0;
alter table import_run alter column removed drop default;
alter table import_run add column file_hash bytea;
alter table import_run add constraint ck_import_run_mode check (mode in ('BEST_EFFORT', 'ALL_OR_NOTHING'));
create index ix_import_run_file on import_run (event_id, file_hash, id);
