-- Whether a person lets an owner write, where the person's boundary wants to be asked. One row per pair, answered by the person only.
create table contact_request (
    id           uuid        not null,
    owner        text        not null,
    person_id    uuid        not null,
    follow_up_id uuid        not null,
    answer       text        not null default 'NONE',
    blocked      boolean     not null default false,
    until        timestamptz,
    round        integer     not null default 1,
    asked_at     timestamptz not null,
    answered_at  timestamptz,
    constraint pk_contact_request primary key (id),
    constraint uq_contact_request unique (owner, person_id),
    constraint ck_contact_request_answer check (answer in ('NONE', 'LATER', 'ACCEPTED', 'DECLINED')),
    constraint ck_contact_request_until check ((until is not null) = (answer = 'LATER')),
    constraint ck_contact_request_blocked check (not blocked or answer = 'DECLINED')
);
create index ix_contact_request_person on contact_request (person_id);
