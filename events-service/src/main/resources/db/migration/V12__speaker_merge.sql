-- Two speakers of an event may be one human. Somebody who knows decides, once: a dismissed pair is never proposed again.
alter table speaker drop column merge_proposed_with;
alter table speaker add column merged_into uuid;
alter table speaker add constraint fk_speaker_merged_into foreign key (merged_into) references speaker (id);
alter table speaker add constraint ck_speaker_merged check (merged_into is null or status = 'REMOVED');
create index ix_speaker_merged_into on speaker (merged_into) where merged_into is not null;

-- Who was removed may come back as a new speaker, under the same address.
alter table speaker drop constraint uq_speaker_person;
alter table speaker drop constraint uq_speaker_email;
update speaker set email = null where status = 'REMOVED';
create unique index ux_speaker_person on speaker (event_id, person_id) where status = 'ACTIVE';
create unique index ux_speaker_email on speaker (event_id, email) where status = 'ACTIVE';
create index ix_speaker_orcid on speaker (event_id, orcid) where status = 'ACTIVE' and orcid is not null;

create table speaker_merge_proposal (
  id          uuid        not null,
  event_id    uuid        not null,
  speaker_id  uuid        not null,
  other_id    uuid        not null,
  reason      text        not null,
  status      text        not null,
  decided_by  text,
  created_at  timestamptz not null,
  decided_at  timestamptz,
  constraint pk_speaker_merge_proposal primary key (id),
  constraint fk_speaker_merge_event foreign key (event_id) references event (id) on delete cascade,
  constraint fk_speaker_merge_speaker foreign key (speaker_id) references speaker (id) on delete cascade,
  constraint fk_speaker_merge_other foreign key (other_id) references speaker (id) on delete cascade,
  constraint uq_speaker_merge_pair unique (speaker_id, other_id),
  constraint ck_speaker_merge_pair check (speaker_id < other_id),
  constraint ck_speaker_merge_reason check (reason in ('EMAIL', 'ORCID')),
  constraint ck_speaker_merge_status check (status in ('OPEN', 'ACCEPTED', 'DISMISSED')),
  constraint ck_speaker_merge_decided check ((status = 'OPEN') = (decided_at is null) and (status = 'OPEN') = (decided_by is null))
);
create index ix_speaker_merge_event on speaker_merge_proposal (event_id, id);
create index ix_speaker_merge_other on speaker_merge_proposal (other_id);
