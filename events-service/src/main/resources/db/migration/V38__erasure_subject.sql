-- The account of somebody who is to be erased, until they are: it may have done something here without being a person.
alter table erasure add column subject text;
alter table erasure add constraint ck_erasure_forgotten check (status = 'REQUESTED' or subject is null);
