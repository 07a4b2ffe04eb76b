package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Notes and promises go where their contact goes. A scan stays where it was stored: its contact's id leads on. */
@ApplicationScoped
class NoteRows {

    @Produces
    @Singleton
    ContactRows notes() {
        return new MovableRows("note", "source_id");
    }
}
