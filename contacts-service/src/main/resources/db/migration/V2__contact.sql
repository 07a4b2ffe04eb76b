-- One row per owner and counterpart: the person, or while that is unknown the badge at its event. `state` is the merge document
-- (rapport.contacts.merge.ContactState). Two indexes serve everything: the owner's list, and all contacts of a person.
-- Neither holds a column that changes with a scan, so updates stay on their page; the fill factor leaves them room there.
create table contact (
    owner          text collate "C" not null,
    id             uuid        not null,
    counterpart    uuid        not null,
    person_id      uuid,
    speaker_id     uuid,
    kind           text        not null,
    status         text        not null,
    pending_reason text,
    shares_card    boolean     not null,
    version        bigint      not null,
    state          jsonb       not null,
    merged_into    uuid,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    deleted_at     timestamptz,
    change_xid     xid8        not null default pg_current_xact_id(),
    constraint pk_contact primary key (owner, id),
    constraint uq_contact_counterpart unique (counterpart, owner),
    constraint ck_contact_kind check (kind in ('SCANNED', 'SPEAKER')),
    constraint ck_contact_status check (status in ('PENDING', 'ACTIVE', 'NEEDS_CONSENT')),
    constraint ck_contact_pending check ((status = 'PENDING') = (person_id is null))
) with (fillfactor = 80);

-- A change is what it is in the sequence of changes, whoever writes it. Statements that say so themselves do not pay for it.
create function contact_changed() returns trigger language plpgsql as $$
begin
    new.change_xid := pg_current_xact_id();
    new.updated_at := now();
    return new;
end $$;

create trigger tr_contact_changed before update on contact
    for each row when (new.change_xid = old.change_xid) execute function contact_changed();

-- Notes and promises are only ever added. A scan's note is known by the scan, so that a repeated scan adds nothing.
create table note (
    owner      text collate "C" not null,
    contact_id uuid        not null,
    source_id  uuid        not null,
    position   int         not null,
    kind       text        not null,
    body       text        not null,
    noted_at   timestamptz not null,
    constraint pk_note primary key (owner, contact_id, source_id, position),
    constraint ck_note_kind check (kind in ('NOTE', 'COMMITMENT'))
);
