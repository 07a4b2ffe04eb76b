-- Who read a badge or corrected the log can have their account erased. The log stays append-only for everybody: the one other
-- change it sees is that an account's id becomes the word 'erased', and only while an erasure of that account is open.
create function is_erasure_of(was text, becomes text) returns boolean
  language plpgsql stable as
$$
begin
  return becomes = 'erased'
         and (exists (select 1 from erasure e where e.subject = was and e.status = 'REQUESTED')
              or exists (select 1
                         from   person p
                         join   erasure e on e.person_id = p.id
                         where  p.subject = was and e.status = 'REQUESTED'));
end
$$;

create or replace function keep_check_in() returns trigger
  language plpgsql as
$$
begin
  if new.actor <> old.actor then
    if (to_jsonb(new) - 'actor' - 'place_id') <> (to_jsonb(old) - 'actor' - 'place_id')
       or not is_erasure_of(old.actor, new.actor) then
      raise exception 'the log of check-ins is append-only';
    end if;
    return new;
  end if;
  if old.registration_id is not null or new.registration_id is null
     or (to_jsonb(new) - 'registration_id' - 'place_id') <> (to_jsonb(old) - 'registration_id' - 'place_id') then
    raise exception 'the log of check-ins is append-only';
  end if;
  return new;
end
$$;

create or replace function keep_check_in_void() returns trigger
  language plpgsql as
$$
begin
  if (to_jsonb(new) - 'actor') <> (to_jsonb(old) - 'actor') or not is_erasure_of(old.actor, new.actor) then
    raise exception 'the log of check-ins is append-only';
  end if;
  return new;
end
$$;

-- An erasure finds what an account did; without these it would read whole logs.
create index ix_check_in_actor on check_in (actor);
create index ix_check_in_void_actor on check_in_void (actor);
create index ix_erasure_person on erasure (person_id);
