-- An address is claimed before its person is written: whoever comes second finds the claim instead of failing on the key.
alter table person_email alter constraint fk_person_email_person deferrable initially deferred;
