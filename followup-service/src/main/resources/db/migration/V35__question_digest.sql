-- Questions of attendees to a speaker, collected per event, sent once, answered once. The digest's id is that of its letter.
create table question_digest (
    id          uuid        not null,
    person_id   uuid        not null,
    event_id    uuid        not null,
    state       text        not null,
    due_at      timestamptz not null,
    sent_at     timestamptz,
    answered_at timestamptz,
    constraint pk_question_digest primary key (id),
    constraint uq_question_digest unique (person_id, event_id),
    constraint ck_question_digest_state check (state in ('COLLECTING', 'SENT', 'ANSWERED'))
);
create index ix_question_digest_due on question_digest (due_at) where state = 'COLLECTING';

create table question (
    id          uuid        not null,
    digest_id   uuid        not null,
    asker       text        not null,
    asker_name  text        not null,
    speaker_id  uuid        not null,
    session_id  uuid,
    text        text        not null,
    answer      text,
    asked_at    timestamptz not null,
    constraint pk_question primary key (id),
    constraint fk_question_digest foreign key (digest_id) references question_digest (id)
);
create index ix_question_digest on question (digest_id, id);
create index ix_question_asker on question (asker, id);
