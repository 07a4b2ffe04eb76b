-- What came of a follow-up, in its owner's words. Nobody else is shown it, and nobody is compared by it.
create table outcome (
    follow_up_id uuid        not null,
    version      bigint      not null,
    kind         text        not null,
    note         text,
    recorded_at  timestamptz not null,
    constraint pk_outcome primary key (follow_up_id),
    constraint fk_outcome_follow_up foreign key (follow_up_id) references follow_up (id) on delete cascade,
    constraint ck_outcome_kind check (kind in ('ADVICE', 'INTRODUCTION', 'COLLABORATION', 'MENTORING', 'MET_AGAIN', 'HELPED',
        'NOTHING'))
);

alter table reciprocity add column kept_by_me integer not null default 0;
alter table reciprocity add column broken_by_me integer not null default 0;
