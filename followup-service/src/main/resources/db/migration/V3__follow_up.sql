-- What its owner wrote and wants: wide, and changed by its owner only.
create table follow_up (
    id             uuid        not null,
    owner          text        not null,
    owner_name     text        not null,
    reply_to       text,
    contact_id     uuid        not null,
    event_id       uuid,
    session_id     uuid,
    encounter_id   uuid,
    purpose        text        not null,
    channel        text        not null,
    goal           text,
    context        text,
    question       text,
    offer          text,
    created_at     timestamptz not null,
    constraint pk_follow_up primary key (id),
    constraint ck_follow_up_channel check (channel in ('EMAIL', 'RELAY', 'MANUAL'))
);
create index ix_follow_up_owner on follow_up (owner, id);
create index ix_follow_up_contact on follow_up (contact_id);

create table step (
    id           uuid    not null,
    follow_up_id uuid    not null,
    position     integer not null,
    kind         text    not null,
    subject      text,
    body         text,
    body_hash    bytea,
    anchor       text    not null,
    offset_days  integer not null,
    local_time   time,
    at_local     timestamp,
    constraint pk_step primary key (id),
    constraint uq_step_position unique (follow_up_id, position),
    constraint fk_step_follow_up foreign key (follow_up_id) references follow_up (id),
    constraint ck_step_kind check (kind in ('MESSAGE', 'NUDGE'))
);
create index ix_step_body_hash on step (body_hash);
