-- Whom its owner had in mind when many drafts were made at once: people who were somewhere. Asked again before each message.
create table audience (
    id          uuid        not null,
    owner       text        not null,
    event_id    uuid        not null,
    session_id  uuid,
    min_minutes integer,
    confirmed   boolean     not null,
    created_at  timestamptz not null,
    constraint pk_audience primary key (id),
    constraint ck_audience_minutes check (min_minutes between 1 and 100000)
);
create index ix_audience_owner on audience (owner, id);

alter table follow_up add column audience_id uuid;
alter table follow_up add constraint fk_follow_up_audience foreign key (audience_id) references audience (id);
create unique index uq_follow_up_audience on follow_up (audience_id, contact_id) where audience_id is not null;

create function audience_matches(wanted uuid, person uuid) returns boolean language sql stable as $$
    select exists (
        select from audience a
        where  a.id = wanted
        and    (a.min_minutes is null or a.min_minutes <= (
                select coalesce(sum(t.minutes), 0)
                from   attendance t
                where  t.event_id = a.event_id and t.person_id = person and not t.deleted
                and    (a.session_id is null or t.session_id = a.session_id)))
        and    (not a.confirmed or exists (
                select from registration r
                where  r.event_id = a.event_id and r.person_id = person and not r.deleted and r.status = 'CONFIRMED')))
$$;
