-- Mail that is written on somebody's behalf besides follow-ups: requests to write, answers passed on, collected questions. It goes to
-- a person or to a user (owner). Its words are kept until a mail server has them, not longer. reply_path and reply_delivery say what
-- its reply address is made of.
create table letter (
    id             uuid        not null,
    kind           text        not null,
    thread_id      uuid        not null,
    sender_name    text        not null,
    sender         text,
    person_id      uuid,
    owner          text,
    reply_path     text,
    reply_delivery uuid,
    subject        text,
    words          text,
    state          text        not null,
    detail         text,
    send_at        timestamptz,
    not_after      timestamptz not null,
    attempts       integer     not null default 0,
    lease_until    timestamptz,
    created_at     timestamptz not null,
    finished_at    timestamptz,
    constraint pk_letter primary key (id),
    constraint ck_letter_kind check (kind in ('REQUEST', 'PASSED_ON', 'QUESTIONS', 'ANSWER')),
    constraint ck_letter_to check ((person_id is null) <> (owner is null)),
    constraint ck_letter_state check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'STOPPED', 'EXPIRED', 'UNCERTAIN')),
    constraint ck_letter_waits check ((send_at is not null) = (state in ('WAITING', 'SENDING'))),
    constraint ck_letter_words check ((words is not null) = (send_at is not null))
);
create index ix_letter_send_at on letter (send_at) where send_at is not null;
