-- What arrived, so that the same mail counts once. No address, no words: what it was and what it belonged to.
-- settled is false while the message that it answers is still on its way to the mail server.
create table received_mail (
    id          uuid        not null,
    kind        text        not null,
    delivery_id uuid,
    outcome     text        not null,
    until       timestamptz,
    received_at timestamptz not null,
    settled     boolean     not null,
    constraint pk_received_mail primary key (id),
    constraint ck_received_mail_kind check (kind in ('REPLY', 'AUTO_REPLY', 'BOUNCE', 'FAILURE', 'DELAY', 'COMPLAINT', 'OTHER')),
    constraint ck_received_mail_settled check (settled or delivery_id is not null)
);
create index ix_received_mail_unsettled on received_mail (received_at) where not settled;
create index ix_received_mail_delivery on received_mail (delivery_id) where delivery_id is not null;

-- Whether neither side was shown the other's address: then answers are passed on.
alter table delivery add column relayed boolean not null default false;
create index ix_letter_passed_on on letter (thread_id, created_at) where kind = 'PASSED_ON';
