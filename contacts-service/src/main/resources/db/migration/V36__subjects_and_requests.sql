-- Compared with owners, holders and the like, which have this collation: under another one the index on it is not used for that.
alter table person alter column subject type text collate "C";

-- Whom a person was asked by and has not answered, without those whom they have.
drop index ix_consent_person;
create index ix_consent_person on consent (person_id, state, id);
