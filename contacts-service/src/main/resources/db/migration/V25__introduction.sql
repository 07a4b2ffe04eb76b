-- People who agreed to be shown to each other without having met at an event: both accepted an introduction, or a mentor a mentee.
create table acquaintance (
    owner     text collate "C" not null,
    person_id uuid        not null,
    how       text        not null,
    cause_id  uuid        not null,
    since     timestamptz not null,
    constraint pk_acquaintance primary key (owner, person_id),
    constraint ck_acquaintance_how check (how in ('INTRODUCTION', 'MENTORING'))
);

-- Somebody brings two of their contacts together. A refusal is kept with its side and changes nothing that anybody else can see.
create table introduction (
    id             uuid        not null,
    introducer     text collate "C" not null,
    first_contact  uuid        not null,
    second_contact uuid        not null,
    first_person   uuid        not null,
    second_person  uuid        not null,
    reason         text        not null,
    state          text        not null,
    offered_at     timestamptz not null,
    expires_at     timestamptz not null,
    version        bigint      not null,
    constraint pk_introduction primary key (id),
    constraint ck_introduction_pair check (first_person < second_person),
    constraint ck_introduction_state check (state in ('OPEN', 'COMPLETED', 'EXPIRED', 'WITHDRAWN'))
);

create unique index uq_introduction_open on introduction (introducer, first_person, second_person) where state = 'OPEN';
create index ix_introduction_introducer on introduction (introducer, id);
create index ix_introduction_expiry on introduction (expires_at) where state = 'OPEN';

create table introduction_side (
    introduction_id uuid not null,
    subject         text collate "C" not null,
    person_id       uuid not null,
    answer          text,
    answered_at     timestamptz,
    constraint pk_introduction_side primary key (subject, introduction_id),
    constraint fk_introduction_side_introduction foreign key (introduction_id) references introduction (id),
    constraint ck_introduction_side_answer check (answer in ('ACCEPTED', 'DECLINED')),
    constraint ck_introduction_side_answered check ((answer is null) = (answered_at is null))
);

create index ix_introduction_side_introduction on introduction_side (introduction_id);

create index ix_person_subject on person (subject) where subject is not null;
