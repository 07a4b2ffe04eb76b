package rapport.contacts.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import rapport.contacts.contact.ContactRows;
import rapport.contacts.contact.MovableRows;
import rapport.kit.outbox.TopicSpec;

/** Where the state of the ledger is published, and how entries follow their contact. */
@ApplicationScoped
class LedgerSetup {

    @Produces
    @Singleton
    TopicSpec reciprocity() {
        return TopicSpec.state(ReciprocityMessage.TOPIC);
    }

    @Produces
    @Singleton
    ContactRows entries() {
        return new MovableRows("ledger_entry", "id");
    }
}
