-- How deep a relationship is, for lists to filter by. Computed from what is stored elsewhere: it can be thrown away and computed again.
-- A contact without a row is NEW. formula: the version that computed it.
create table contact_depth (
    owner      text collate "C" not null,
    contact_id uuid not null,
    band       text not null,
    formula    int  not null,
    constraint pk_contact_depth primary key (owner, contact_id),
    constraint ck_contact_depth_band check (band in ('NEW', 'WARM', 'ACTIVE', 'COOLING', 'DORMANT'))
);

create index ix_contact_depth_band on contact_depth (owner, band, contact_id);
