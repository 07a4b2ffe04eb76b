package rapport.contacts.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import rapport.contacts.contact.SignOfTouch;

/** What owner and contact did together is being in touch. */
@ApplicationScoped
class InteractionTouch implements SignOfTouch {

    @Override
    public String after() {
        return """
                exists (select 1
                        from   interaction i
                        where  i.owner = c.owner and i.contact_id = c.id and i.removed_at is null
                        and    i.occurred_at > cast(:quietSince as timestamptz))""";
    }
}
