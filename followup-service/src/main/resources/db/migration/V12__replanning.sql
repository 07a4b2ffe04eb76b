-- Follow-ups whose occasion changed: written by the feed that tells the change, in its transaction; looked at soon after.
create table replan (
    follow_up_id uuid not null,
    constraint pk_replan primary key (follow_up_id),
    constraint fk_replan_follow_up foreign key (follow_up_id) references follow_up (id) on delete cascade
);
create index ix_follow_up_event on follow_up (event_id) where event_id is not null;
create index ix_follow_up_session on follow_up (session_id) where session_id is not null;

-- What the schedule alone says, before hold and politeness: a change of the occasion is one of this.
alter table step add column planned_at timestamptz;

-- Contacts can be merged and taken apart again. made_for: the contact that a follow-up was written for, where it is not the
-- one it belongs to now; the latter follows from the former and from what contacts are merged into.
alter table follow_up add column made_for uuid;
create index ix_follow_up_made_for on follow_up (made_for) where made_for is not null;
create index ix_contact_merged_into on contact (merged_into) where merged_into is not null;

-- Of two running follow-ups that a merge brought together one is stopped; undoing the merge brings it back as it was.
create table merge_stop (
    follow_up_id uuid        not null,
    lost_to      uuid        not null,
    state        text        not null,
    reason       text,
    send_at      timestamptz,
    constraint pk_merge_stop primary key (follow_up_id),
    constraint fk_merge_stop_follow_up foreign key (follow_up_id) references follow_up (id) on delete cascade,
    constraint ck_merge_stop_state check (state in ('SCHEDULED', 'HELD'))
);
