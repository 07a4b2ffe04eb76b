-- What owner and contact did together, as far as it was written down. The id may come from the owner's device; it is known for ever, so
-- that an interaction that is sent again is the same one, and one that was removed stays removed. `content` tells what was sent first.
-- source: the owner, or a follow-up that was sent or answered. Encounters are not copied here: the contact knows them.
create table interaction (
    owner       text collate "C" not null,
    id          uuid        not null,
    contact_id  uuid        not null,
    kind        text        not null,
    direction   text        not null,
    occurred_at timestamptz not null,
    note        text,
    source      text        not null,
    content     uuid        not null,
    version     bigint      not null,
    created_at  timestamptz not null,
    removed_at  timestamptz,
    constraint pk_interaction primary key (owner, id),
    constraint ck_interaction_direction check (direction in ('OUTBOUND', 'INBOUND', 'MUTUAL')),
    constraint ck_interaction_source check (source in ('OWNER', 'FOLLOW_UP', 'INTRODUCTION', 'MENTORING'))
);

create index ix_interaction_contact on interaction (owner, contact_id, occurred_at desc, id desc) where removed_at is null;

-- The contact that an id stands for now: itself, or what it was folded into, however often.
create function surviving_contact(of_owner text, of_id uuid) returns uuid language sql stable as $$
    with recursive way as (
        select id, merged_into
        from   contact
        where  owner = of_owner and id = of_id
        union
        select c.id, c.merged_into
        from   way
        join   contact c on c.owner = of_owner and c.id = way.merged_into
    )
    select id from way where merged_into is null
$$;
