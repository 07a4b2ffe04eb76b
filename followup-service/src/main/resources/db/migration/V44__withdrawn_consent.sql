-- Taking back what one shared stops what was written because of it.
alter table stop_signal drop constraint ck_stop_signal_kind;
alter table stop_signal add constraint ck_stop_signal_kind check (kind in ('REPLY', 'DECLINE', 'SENDER_STOPPED', 'COMPLAINT',
    'INTERACTION', 'CONSENT_WITHDRAWN'));
create index ix_contact_owner_person on contact (owner, person_id) where person_id is not null;
