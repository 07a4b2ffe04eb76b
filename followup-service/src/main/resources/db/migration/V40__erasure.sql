-- Requests for erasure, for ever. subject: the account, until everything is erased. closed_at: from when on every transaction that
-- begins sees that the person is gone.
create table erasure (
    id           uuid        not null,
    person_id    uuid        not null,
    subject      text,
    status       text        not null,
    requested_at timestamptz not null,
    closed_at    timestamptz,
    completed_at timestamptz,
    constraint pk_erasure primary key (id),
    constraint ck_erasure_status check (status in ('REQUESTED', 'COMPLETED')),
    constraint ck_erasure_completed check ((status = 'COMPLETED') = (completed_at is not null)),
    constraint ck_erasure_forgotten check (status = 'REQUESTED' or subject is null)
);
create index ix_erasure_open on erasure (requested_at, id) where status = 'REQUESTED';

-- Who is gone stays gone: the id names nobody any more, and is enough to know what tells of the person again.
create table erased_person (
    person_id uuid        not null,
    erased_at timestamptz not null,
    constraint pk_erased_person primary key (person_id)
);

create function erased_person_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.deleted := true;
        new.display_name := null;
        new.zone := null;
        new.subject := null;
        new.email := null;
        new.email_hash := null;
        new.email_hashes := '{}';
    end if;
    return new;
end $$;
create trigger tr_person_erased before insert or update on person
    for each row execute function erased_person_says_nothing();

create function erased_speaker_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.deleted := true;
        new.contact_mode := null;
    end if;
    return new;
end $$;
create trigger tr_speaker_erased before insert or update on speaker
    for each row execute function erased_speaker_says_nothing();

-- A contact of an erased person is that of nobody, also when its last message has not come yet.
create function contact_of_erased_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.deleted := true;
        new.encounters := '[]';
        new.email_shared := false;
    end if;
    return new;
end $$;
create trigger tr_contact_erased before insert or update on contact
    for each row execute function contact_of_erased_says_nothing();

create index ix_contact_person on contact (person_id) where person_id is not null;
create index ix_contact_owner on contact (owner);

-- What was written to a contact that is gone is stopped and loses its words. redacted: that was done.
alter table contact add column redacted boolean not null default false;
create index ix_contact_unredacted on contact (contact_id) where deleted and not redacted;
create index ix_letter_thread on letter (thread_id);
create index ix_letter_person on letter (person_id) where person_id is not null;
