-- What may be shown of the other person before a message is written: a speaker's public part, and what the owner is
-- interested in themselves.
alter table speaker add column affiliation text;
alter table speaker add column orcid text;
alter table speaker add column interests jsonb not null default '[]';
alter table speaker add column links jsonb not null default '{}';
alter table session add column speakers jsonb not null default '[]';
create index ix_session_event on session (event_id) where not deleted;
alter table registration add column interests jsonb not null default '[]';
create index ix_registration_person on registration (person_id) where not deleted;
