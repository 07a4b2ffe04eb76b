-- Contacts that no badge and no programme made: typed or imported by their owner. Who they are, nobody but the owner says.
alter table contact drop constraint ck_contact_kind;
alter table contact drop constraint ck_contact_pending;
alter table contact add constraint ck_contact_kind check (kind in ('SCANNED', 'SPEAKER', 'IMPORTED', 'MANUAL'));
alter table contact add constraint ck_contact_pending
    check ((status = 'PENDING') = (person_id is null and kind in ('SCANNED', 'SPEAKER')));

-- By what the owner finds a contact again: what they typed about it, in plain spelling (rapport.contacts.details.Words). Null for
-- contacts about which nothing was typed, and those are in no index: a scan does not pay for the search.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

alter table contact add column words text;
create index ix_contact_words on contact using gin (owner, words gin_trgm_ops) where words is not null;

alter table person add column words text;
create index ix_person_words on person using gin (words gin_trgm_ops) where words is not null;

alter table speaker add column words text;
create index ix_speaker_words on speaker using gin (words gin_trgm_ops) where words is not null;
create index ix_speaker_person on speaker (person_id);

-- What people said of themselves when they registered; contacts-service shows an owner only what they have in common.
alter table registration add column interests text[] not null default '{}';
