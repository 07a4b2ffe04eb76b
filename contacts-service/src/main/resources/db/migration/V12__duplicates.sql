-- By what two contacts are found to be possibly the same person (rapport.contacts.details.IdentityKeys). Null where nothing is known;
-- kept with the people and speakers that scans lead to, so that a scan writes none.
alter table contact add column keys text[];
alter table person add column keys text[];
alter table speaker add column keys text[];

-- Pairs of which the owner said that they are two. For ever.
create table contact_distinct (
    owner      text collate "C" not null,
    one_id     uuid        not null,
    other_id   uuid        not null,
    decided_at timestamptz not null,
    constraint pk_contact_distinct primary key (owner, one_id, other_id),
    constraint ck_contact_distinct_order check (one_id < other_id)
);
