-- Many follow-ups are due at the same minute, those of nine o'clock. In this order a claim reads as many of them as it takes, and does
-- not sort all the others each time.
create index ix_progress_due on progress (send_at, follow_up_id) where send_at is not null;
drop index ix_progress_send_at;

-- A delivery changes its state once, soon after it was written. An index that names the state in its predicate would know of the
-- change, and every other index with it; one of summaries lets the update be HOT. UNCERTAIN is the greatest of the states, so pages
-- without one are passed over.
drop index ix_delivery_uncertain;
create index ix_delivery_state on delivery using brin (state) with (pages_per_range = 16, autosummarize = on);
alter table delivery set (fillfactor = 60);

-- The same as before for all rows of a statement at once: whose turn it is after a step was sent, whoever writes SENT.
drop trigger tr_progress_sent on progress;
create or replace function progress_sent() returns trigger language plpgsql as $$
begin
    insert into turn (follow_up_id)
    select   distinct sent.follow_up_id
    from     sent
    join     before on before.follow_up_id = sent.follow_up_id
    join     step later on later.follow_up_id = sent.follow_up_id and later.id <> sent.step_id
    join     step done on done.id = sent.step_id and done.position < later.position
    where    sent.state = 'SENT' and before.state <> 'SENT'
    order by sent.follow_up_id
    on conflict do nothing;
    return null;
end
$$;
create trigger tr_progress_sent after update on progress
referencing old table as before new table as sent
for each statement execute function progress_sent();

-- Whoever changes many rows says so of each; the function is called for the others.
drop trigger tr_progress_changed on progress;
create trigger tr_progress_changed before update on progress for each row
when (new.change_xid = old.change_xid) execute function progress_changed();
