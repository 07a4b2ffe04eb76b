-- Something happened between an owner and a person that makes unsent messages pointless or unwelcome. Whoever learns of it
-- writes it, under an id computed from the cause, so that telling it twice is telling it once. A signal names the person,
-- the contact, or both.
create table stop_signal (
    id         uuid        not null,
    owner      text        not null,
    person_id  uuid,
    contact_id uuid,
    kind       text        not null,
    at         timestamptz not null,
    constraint pk_stop_signal primary key (id),
    constraint ck_stop_signal_kind check (kind in ('REPLY', 'DECLINE', 'SENDER_STOPPED', 'COMPLAINT', 'INTERACTION')),
    constraint ck_stop_signal_about check (person_id is not null or contact_id is not null)
);
create index ix_stop_signal_person on stop_signal (owner, person_id, at) where person_id is not null;
create index ix_stop_signal_contact on stop_signal (owner, contact_id, at) where contact_id is not null;
