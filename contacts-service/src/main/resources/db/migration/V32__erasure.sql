-- Requests for erasure, for ever: who comes back with an old backup is told again. subject: the account, until all services have
-- answered; keys: by which others may have typed the person in, until it is erased here. Afterwards only the keyed hash of the account
-- is left, by which its owner is told how far it is. closed_at: from when on every transaction that begins sees that the person is gone.
create table erasure (
    id           uuid        not null,
    person_id    uuid        not null,
    subject_hash text,
    subject      text collate "C",
    keys         text[]      not null default '{}',
    state        text        not null,
    requested_at timestamptz not null,
    closed_at    timestamptz,
    erased_at    timestamptz,
    completed_at timestamptz,
    constraint pk_erasure primary key (id),
    constraint ck_erasure_state check (state in ('REQUESTED', 'COMPLETED')),
    constraint ck_erasure_completed check ((state = 'COMPLETED') = (completed_at is not null)),
    constraint ck_erasure_forgotten check (state = 'REQUESTED' or (subject is null and keys = '{}'))
);

create unique index uq_erasure_open on erasure (subject_hash) where state = 'REQUESTED';
create index ix_erasure_subject on erasure (subject_hash, requested_at);
create index ix_erasure_due on erasure (requested_at, id) where erased_at is null;

-- Who answered. An answer may come before the request: they lie in different partitions.
create table erasure_confirmation (
    erasure_id   uuid        not null,
    service      text        not null,
    confirmed_at timestamptz not null,
    constraint pk_erasure_confirmation primary key (erasure_id, service),
    constraint ck_erasure_confirmation_service check (service in ('events-service', 'contacts-service', 'followup-service'))
);

-- Who is gone stays gone. The id of an erased person names nobody any more; addresses and the like are kept as keyed hashes,
-- enough to know them again and for nothing else.
create table erased_person (
    person_id uuid        not null,
    erased_at timestamptz not null,
    constraint pk_erased_person primary key (person_id)
);

create table erased_identity (
    hash      text        not null,
    erased_at timestamptz not null,
    constraint pk_erased_identity primary key (hash)
);

-- Whatever tells of an erased person, now or when a topic is read again, in whatever order: there is no content in it any more.
create function erased_person_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.id) then
        new.subject := null;
        new.display_name := null;
        new.affiliation := null;
        new.career_stage := null;
        new.orcid := null;
        new.links := '{}';
        new.words := null;
        new.keys := null;
        new.name_words := null;
        new.card_id := null;
        new.status := 'DELETED';
    end if;
    return new;
end $$;

create trigger tr_person_erased before insert or update on person
    for each row execute function erased_person_says_nothing();

create function erased_speaker_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.display_name := null;
        new.credentials := null;
        new.affiliation := null;
        new.country := null;
        new.orcid := null;
        new.words := null;
        new.keys := null;
        new.status := 'DELETED';
    end if;
    return new;
end $$;

create trigger tr_speaker_erased before insert or update on speaker
    for each row execute function erased_speaker_says_nothing();

-- The registration stays as what its badges lead to: nobody, and so they are refused.
create function erased_registration_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.sharing := 'OFF';
        new.status := 'DELETED';
        new.interests := '{}';
        new.card_id := null;
    end if;
    return new;
end $$;

create trigger tr_registration_erased before insert or update on registration
    for each row execute function erased_registration_says_nothing();

create function erased_attendance_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.person_id := null;
        new.session_id := null;
        new.attended := false;
    end if;
    return new;
end $$;

create trigger tr_attendance_erased before insert or update on attendance
    for each row execute function erased_attendance_says_nothing();

create function erased_address_is_not_kept() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        return null;
    end if;
    return new;
end $$;

create trigger tr_verified_address_erased before insert on verified_address
    for each row execute function erased_address_is_not_kept();

-- Receipts are only ever added. The one exception: an erasure, which says so for its transaction (rapport.erasing), removes those of
-- the erased and takes the erased out of those that others gave them.
create or replace function receipts_stay() returns trigger language plpgsql as $$
begin
    if tg_level = 'ROW' and current_setting('rapport.erasing', true) = 'yes' then
        if tg_op = 'DELETE' then
            return old;
        end if;
        return new;
    end if;
    raise exception 'consent receipts are only ever added' using errcode = 'restrict_violation';
end $$;

-- An erasure finds whom others typed in. Contacts about which nothing was typed are in no index: a scan does not pay for it.
create index ix_contact_keys on contact using gin (keys) where keys is not null;
create index ix_introduction_side_person on introduction_side (person_id);
create index ix_consent_holder on consent (holder);
create index ix_acquaintance_person on acquaintance (person_id);
