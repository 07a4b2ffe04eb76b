-- Follow-ups of several steps. The words of each step are approved by their owner before it may go.
alter table step add column offset_unit text not null default 'DAYS';
alter table step add column approved_at timestamptz;
alter table step add column sent_at timestamptz;
alter table step add constraint ck_step_offset_unit check (offset_unit in ('DAYS', 'BUSINESS_DAYS'));

update step set approved_at = progress.approved_at, sent_at = progress.sent_at
from   progress
where  progress.step_id = step.id;

-- Follow-ups whose step was sent and that have another one: whose turn it is. Written by whoever writes SENT, in the same
-- transaction, so that no crash can lose a turn; no index of the rows that are claimed knows of it.
create table turn (
    follow_up_id uuid not null,
    constraint pk_turn primary key (follow_up_id),
    constraint fk_turn_follow_up foreign key (follow_up_id) references follow_up (id) on delete cascade
);

create function progress_sent() returns trigger language plpgsql as $$
begin
    insert into turn (follow_up_id)
    select new.follow_up_id
    from   step done
    where  done.id = new.step_id
    and    exists (select from step later
                   where later.follow_up_id = done.follow_up_id and later.position > done.position)
    on conflict do nothing;
    return null;
end
$$;
create trigger tr_progress_sent after update on progress for each row
when (new.state = 'SENT' and old.state <> 'SENT')
execute function progress_sent();
