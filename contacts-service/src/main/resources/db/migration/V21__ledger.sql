-- Who gave, asked and promised what. `by_whom` is the owner (ME) or the contact (THEM). Only promises are open and are settled later;
-- everything else is recorded, or cancelled when it was a slip. A promise that was typed at a scan is known by that scan.
create table ledger_entry (
    owner       text collate "C" not null,
    id          uuid        not null,
    contact_id  uuid        not null,
    kind        text        not null,
    by_whom     text        not null,
    what        text        not null,
    happened_at timestamptz not null,
    due_on      date,
    state       text        not null,
    settled_at  timestamptz,
    source_id   uuid,
    position    int,
    version     bigint      not null,
    constraint pk_ledger_entry primary key (owner, id),
    constraint uq_ledger_entry_source unique (owner, source_id, position),
    constraint ck_ledger_entry_kind check (kind in ('ASK', 'OFFER', 'PROMISE', 'GIVEN', 'RECEIVED', 'THANKED')),
    constraint ck_ledger_entry_by_whom check (by_whom in ('ME', 'THEM')),
    constraint ck_ledger_entry_state check (
        case kind when 'PROMISE' then state in ('OPEN', 'KEPT', 'BROKEN', 'CANCELLED') else state in ('RECORDED', 'CANCELLED') end),
    constraint ck_ledger_entry_due check ((kind = 'PROMISE') = (due_on is not null)),
    constraint ck_ledger_entry_settled check ((state in ('OPEN', 'RECORDED')) = (settled_at is null))
);

create index ix_ledger_entry_contact on ledger_entry (owner, contact_id, happened_at desc, id desc);
create index ix_ledger_entry_open on ledger_entry (owner, due_on, id) where state = 'OPEN';

-- What was last published about a contact. The number orders the messages.
create table contact_reciprocity (
    owner      text collate "C" not null,
    contact_id uuid   not null,
    version    bigint not null,
    body       jsonb  not null,
    constraint pk_contact_reciprocity primary key (owner, contact_id)
);

-- Promises made at scans are taken into the ledger after the scan, so that no scan waits for it.
alter table note add column in_ledger boolean not null default false;

create index ix_note_promise on note (owner, contact_id) where kind = 'COMMITMENT' and not in_ledger;
