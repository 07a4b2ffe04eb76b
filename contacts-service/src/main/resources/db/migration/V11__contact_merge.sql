-- Merges of two contacts that an owner found to be one person. The loser's row stays as it is and points to the winner, so that what
-- is its own is never mixed up with what is not; the winner's row holds both, and apart from that its own part (state -> 'own').
-- moved: which rows of which feature went along. winner_kind and what follows it: the winner's own, before the merge.
create table contact_merge (
    owner                 text collate "C" not null,
    id                    uuid        not null,
    winner_id             uuid        not null,
    loser_id              uuid        not null,
    winner_kind           text        not null,
    winner_speaker_id     uuid,
    winner_pending_reason text,
    stamp                 jsonb       not null,
    moved                 jsonb       not null default '{}',
    merged_at             timestamptz not null,
    undone_at             timestamptz,
    constraint pk_contact_merge primary key (owner, id),
    constraint ck_contact_merge_two check (winner_id <> loser_id)
);

-- A contact is in one other contact at a time.
create unique index uq_contact_merge_loser on contact_merge (owner, loser_id) where undone_at is null;
create index ix_contact_merge_winner on contact_merge (owner, winner_id) where undone_at is null;
