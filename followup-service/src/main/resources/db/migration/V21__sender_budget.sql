-- Senders have budgets, too: what a ledger row cost whom has to be found by its sender.
alter table delivery add column owner text;
alter table delivery add column event_id uuid;
update delivery
set    owner = follow_up.owner, event_id = follow_up.event_id
from   follow_up
where  follow_up.id = delivery.follow_up_id;
alter table delivery alter column owner set not null;
create index ix_delivery_owner on delivery (owner, claimed_at);

-- One row per sender, only to be locked, always after the recipients.
create table sender (
    owner text not null,
    constraint pk_sender primary key (owner)
);
