-- A recipient may stop one sender or all, for a while or for good. Sender and address are keyed hashes, so the rows survive
-- the erasure of either and tell nobody who they are. sender_hash '' is every sender; until null is for good.
alter table suppression add column sender_hash bytea not null default '\x';
alter table suppression add column person_id uuid;
alter table suppression add column until timestamptz;
alter table suppression drop constraint pk_suppression;
alter table suppression add constraint pk_suppression primary key (address_hash, sender_hash, reason);
create index ix_suppression_person on suppression (person_id) where person_id is not null;

-- All verified addresses of a person as keyed hashes: who said stop said it for all of them, and answers come from any.
alter table person add column email_hashes bytea[] not null default '{}';
update person set email_hashes = array[email_hash] where email_hash is not null;
create index ix_person_email_hashes on person using gin (email_hashes);
