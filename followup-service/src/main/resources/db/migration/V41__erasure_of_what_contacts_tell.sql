-- What is told of a contact that is gone, late or again, is not kept any more; nor who was where, of erased people.
create function gone_contact_did_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from contact c where c.contact_id = new.contact_id and c.deleted) then
        return null;
    end if;
    return new;
end $$;
create trigger tr_interaction_erased before insert on interaction
    for each row execute function gone_contact_did_nothing();

alter table reciprocity alter column owner drop not null;

create function gone_contact_owes_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from contact c where c.contact_id = new.contact_id and c.deleted) then
        new.owner := null;
        new.open_promises := '[]';
    end if;
    return new;
end $$;
create trigger tr_reciprocity_erased before insert or update on reciprocity
    for each row execute function gone_contact_owes_nothing();

create function erased_attendance_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.deleted := true;
        new.person_id := null;
        new.minutes := null;
        new.attended := null;
    end if;
    return new;
end $$;
create trigger tr_attendance_erased before insert or update on attendance
    for each row execute function erased_attendance_says_nothing();

create function erased_registration_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.deleted := true;
        new.person_id := null;
        new.status := null;
        new.interests := '[]';
    end if;
    return new;
end $$;
create trigger tr_registration_erased before insert or update on registration
    for each row execute function erased_registration_says_nothing();

create index ix_attendance_person on attendance (person_id) where person_id is not null;
create index ix_interaction_contact on interaction (contact_id);
create index ix_interaction_owner on interaction (owner);
