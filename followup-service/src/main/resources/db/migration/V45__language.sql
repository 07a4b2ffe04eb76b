-- In which language Rapport itself speaks to somebody.
alter table person add column locale text;

create or replace function erased_person_says_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_person e where e.person_id = new.person_id) then
        new.deleted := true;
        new.display_name := null;
        new.zone := null;
        new.locale := null;
        new.subject := null;
        new.email := null;
        new.email_hash := null;
        new.email_hashes := '{}';
    end if;
    return new;
end $$;
