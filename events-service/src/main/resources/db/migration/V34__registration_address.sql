-- An import asks for each of its rows whether the event knows the address: without this, every thousand rows read the whole event.
create index ix_registration_email on registration (event_id, email);
