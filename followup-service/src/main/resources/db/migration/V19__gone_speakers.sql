-- Who is gone leaves nothing but an id, whoever says that they are gone and whatever is told of them again later. Fires after
-- the triggers of erasure, whose names come before it.
create function gone_speaker_says_nothing() returns trigger language plpgsql as $$
begin
    if new.deleted then
        new.affiliation := null;
        new.orcid := null;
        new.interests := '[]';
        new.links := '{}';
    end if;
    return new;
end
$$;
create trigger tr_speaker_gone before insert or update on speaker
    for each row execute function gone_speaker_says_nothing();
