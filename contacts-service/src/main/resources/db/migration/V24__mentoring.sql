-- What somebody wants to reach, and with whose help.
create table goal (
    owner        text collate "C" not null,
    id           uuid   not null,
    statement    text   not null,
    wish         text   not null,
    topics       text[] not null,
    languages    text[] not null,
    career_stage text   not null,
    version      bigint not null,
    constraint pk_goal primary key (owner, id),
    constraint ck_goal_wish check (wish in ('MENTOR', 'RESEARCH_COLLABORATION', 'RESIDENCY_ADVICE', 'PEER'))
);

create index ix_goal_id on goal (id);

-- Who offers help, under an id that tells nothing of who they are. taken: places that are given away. Whoever gives one away, or changes
-- a request to this mentor, holds this row.
create table mentor_profile (
    id               uuid    not null,
    owner            text collate "C" not null,
    headline         text    not null,
    boundaries       text,
    wishes           text[]  not null,
    topics           text[]  not null,
    languages        text[]  not null,
    career_stages    text[]  not null,
    capacity         int     not null,
    taken            int     not null,
    shows_name       boolean not null,
    shows_affiliation boolean not null,
    active           boolean not null,
    version          bigint  not null,
    constraint pk_mentor_profile primary key (id),
    constraint uq_mentor_profile_owner unique (owner),
    constraint ck_mentor_profile_capacity check (capacity between 0 and 20 and taken >= 0)
);

create index ix_mentor_profile_topics on mentor_profile using gin (topics) where active;

create table mentoring_request (
    id          uuid        not null,
    mentee      text collate "C" not null,
    goal_id     uuid        not null,
    profile_id  uuid        not null,
    message     text        not null,
    state       text        not null,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    remind_at   timestamptz,
    reminded_at timestamptz,
    ended_at    timestamptz,
    version     bigint      not null,
    constraint pk_mentoring_request primary key (id),
    constraint fk_mentoring_request_profile foreign key (profile_id) references mentor_profile (id),
    constraint ck_mentoring_request_state check (
        state in ('OPEN', 'WAITLISTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'ENDED'))
);

create unique index uq_mentoring_request_live on mentoring_request (mentee, profile_id)
    where state in ('OPEN', 'WAITLISTED', 'ACCEPTED');
create index ix_mentoring_request_mentee on mentoring_request (mentee, id);
create index ix_mentoring_request_profile on mentoring_request (profile_id, id);
create index ix_mentoring_request_expiry on mentoring_request (expires_at) where state in ('OPEN', 'WAITLISTED');
create index ix_mentoring_request_reminder on mentoring_request (remind_at) where state = 'OPEN' and reminded_at is null;
