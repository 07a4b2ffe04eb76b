-- Changing a wish must not cost the place in the queue, so the queue has a time of its own.
alter table registration add column waiting_since timestamptz;
update registration set waiting_since = updated_at where status = 'WAITLISTED';
alter table registration add constraint ck_registration_waiting check ((status = 'WAITLISTED') = (waiting_since is not null));
create index ix_registration_waiting on registration (event_id, waiting_since, id) where status = 'WAITLISTED';
create index ix_registration_confirmed on registration (event_id) where status = 'CONFIRMED';
