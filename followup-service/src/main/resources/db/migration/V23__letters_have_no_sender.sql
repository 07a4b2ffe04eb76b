-- Letters that the service writes for somebody cost the recipient's budget and no sender's: their deliveries have no owner.
alter table delivery alter column owner drop not null;
