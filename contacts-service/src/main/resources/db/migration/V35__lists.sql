-- An owner's changes in their order, however many contacts there are. A scan pays for this one, since every change moves a contact to
-- its end; filters and searches are not worth that, they look through stretches (rapport.contacts.contact.ContactLists, ContactSearch).
create index ix_contact_change on contact (owner, change_xid, id);

-- What was merged or folded into a contact.
create index ix_contact_alias on contact (owner, merged_into) where merged_into is not null;

-- Searches compare an owner's contacts one by one: what that takes must not grow with the people who have a frequent name.
drop index ix_contact_words;
drop index ix_person_words;
drop index ix_speaker_words;

-- Who is owed very much and owes little still finds what they owe at once.
drop index ix_ledger_entry_open;
create index ix_ledger_entry_open on ledger_entry (owner, by_whom, due_on, id) where state = 'OPEN';

-- Who was in touch lately and may wait for an answer.
create index ix_interaction_inbound on interaction (owner, occurred_at) where direction = 'INBOUND' and removed_at is null;
