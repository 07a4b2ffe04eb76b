package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;

/** Meeting somebody is being in touch. */
@ApplicationScoped
class EncounterTouch implements SignOfTouch {

    @Override
    public String after() {
        return """
                exists (select 1
                        from   jsonb_each(coalesce(c.state -> 'encounters', '{}')) as met
                        where  cast(met.value ->> 'metAt' as timestamptz) > cast(:quietSince as timestamptz))""";
    }
}
