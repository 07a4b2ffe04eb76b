-- What exactly was taken out, and why. Records of before tell all fields and no filter.
alter table export_record
  add column fields  text[] not null default '{}',
  add column filter  jsonb  not null default '{}',
  add column purpose text,
  add constraint ck_export_record_format check (format in ('CSV', 'XLSX', 'JSON', 'NDJSON', 'VCF')),
  add constraint ck_export_record_row_kind check (row_kind in ('SPEAKER', 'SPEAKER_SESSION', 'REGISTRATION', 'ATTENDANCE'));
alter table export_record
  alter column fields drop default,
  alter column filter drop default;
