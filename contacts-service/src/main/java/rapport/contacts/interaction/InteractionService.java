package rapport.contacts.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.outbox.Outbox;

/** Writes interactions down. The owner's lock keeps their contacts where they are until the commit. */
@ApplicationScoped
class InteractionService {
    private final InteractionRepository interactions;
    private final ContactBook contacts;
    private final Outbox outbox;
    private final Clock clock;

    InteractionService(InteractionRepository interactions, ContactBook contacts, Outbox outbox, Clock clock) {
        this.interactions = interactions;
        this.contacts = contacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param fresh false when it was there already */
    record Logged(Interaction interaction, boolean fresh) {}

    @Transactional
    Logged log(String owner, UUID contactId, NewInteraction told) {
        contacts.lock(owner);
        ContactBook.Entry contact = contacts.require(owner, contactId);
        UUID id = told.interactionId() == null ? Ids.next() : told.interactionId();
        Optional<Interaction> known = interactions.find(owner, id);
        if (known.isPresent()) {
            return new Logged(sameAgain(known.get(), told), false);
        }
        var interaction = new Interaction(owner, id, contact.id(), told, clock.instant());
        interactions.persist(interaction);
        changed(interaction);
        return new Logged(interaction, true);
    }

    private static Interaction sameAgain(Interaction known, NewInteraction told) {
        if (!known.says(told)) {
            throw new InteractionRefused.IdReused();
        }
        if (known.isRemoved()) {
            throw new InteractionRefused.Removed();
        }
        return known;
    }

    @Transactional
    Interaction correct(String owner, UUID id, String ifMatch, InteractionChange change) {
        contacts.lock(owner);
        Interaction interaction = interactions.require(owner, id);
        ETags.require(ifMatch, interaction.version());
        interaction.correct(change, clock.instant());
        changed(interaction);
        return interaction;
    }

    @Transactional
    void remove(String owner, UUID id) {
        contacts.lock(owner);
        Interaction interaction = interactions.require(owner, id);
        interaction.remove(clock.instant());
        changed(interaction);
    }

    private void changed(Interaction interaction) {
        UUID person =
                contacts.require(interaction.owner(), interaction.contactId()).personId();
        contacts.touched(interaction.owner(), interaction.contactId());
        outbox.append(InteractionMessage.of(interaction, person).fact());
    }
}
