-- Times in which nothing was sent because the database was older than the journals of what was sent. One may be open.
create table safe_mode (
    id              uuid        not null,
    entered_at      timestamptz not null,
    lost            integer     not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    constraint pk_safe_mode primary key (id)
);
create unique index uq_safe_mode_open on safe_mode ((true)) where acknowledged_at is null;

-- Deliveries that a journal knows and the database had lost: noticed once, so that the same loss is not news for ever.
create table lost_delivery (
    delivery_id  uuid        not null,
    follow_up_id uuid        not null,
    noticed_at   timestamptz not null,
    constraint pk_lost_delivery primary key (delivery_id)
);
create index ix_delivery_uncertain on delivery (id) where state = 'UNCERTAIN';
