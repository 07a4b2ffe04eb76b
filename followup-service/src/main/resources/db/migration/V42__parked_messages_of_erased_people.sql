-- A topic that is read again still holds what nobody could read about an erased person, until it is compacted. It is not kept again.
-- Whom it is about is known by the id that stands in it, as when the person was erased.
create function erased_person_parks_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1
               from   erased_person e
               cross  join lateral convert_to(e.person_id::text, 'UTF8') as trace
               where  position(trace in new.key) > 0 or position(trace in new.body) > 0) then
        return null;
    end if;
    return new;
end $$;

create trigger tr_parked_message_erased before insert on parked_message
    for each row execute function erased_person_parks_nothing();
