-- When an owner wants to be reminded: in which zone, on which days of the week (ISO, 1 is Monday), how often a day.
create table reminder_setting (
    owner   text collate "C" not null,
    zone    text     not null,
    days    int[]    not null,
    per_day int      not null,
    version bigint   not null,
    constraint pk_reminder_setting primary key (owner),
    constraint ck_reminder_setting_per_day check (per_day between 1 and 3),
    constraint ck_reminder_setting_days check (cardinality(days) between 1 and 7)
);

-- How often an owner wants to be in touch with one contact. Without days it only holds a snooze.
create table contact_cadence (
    owner         text collate "C" not null,
    contact_id    uuid   not null,
    ideal_days    int,
    maximum_days  int,
    snoozed_until date,
    version       bigint not null,
    constraint pk_contact_cadence primary key (owner, contact_id),
    constraint ck_contact_cadence_days check (
        ideal_days is null and maximum_days is null or ideal_days >= 1 and maximum_days >= ideal_days)
);

create table tag_cadence (
    owner        text collate "C" not null,
    id           uuid   not null,
    tag          text   not null,
    ideal_days   int    not null,
    maximum_days int    not null,
    version      bigint not null,
    constraint pk_tag_cadence primary key (owner, id),
    constraint uq_tag_cadence_tag unique (owner, tag),
    constraint ck_tag_cadence_days check (ideal_days >= 1 and maximum_days >= ideal_days)
);
