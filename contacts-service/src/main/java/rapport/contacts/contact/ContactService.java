package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.DoNotContact;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Stamp;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

/** Changes contacts one at a time, under the same lock as the ingest. */
@ApplicationScoped
class ContactService {
    private static final String BY_HAND = "";

    private final ContactRepository contacts;
    private final Programme programme;
    private final Outbox outbox;
    private final Clock clock;

    ContactService(ContactRepository contacts, Programme programme, Outbox outbox, Clock clock) {
        this.contacts = contacts;
        this.programme = programme;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A contact, and whether it was not there before. */
    record Added(Contact contact, boolean fresh) {}

    /** Keeps a speaker as a contact. Who is a contact already is not doubled. */
    @Transactional
    public Added addSpeaker(String owner, NewSpeakerContact request) {
        contacts.lock(owner);
        Programme.Speaker speaker = programme.speaker(owner, request);
        Standing standing = Standing.speaker(speaker.personId(), request.speakerId());
        Stamp now = new Stamp(clock.millis(), 0, BY_HAND, Ids.next().toString());
        ContactState heard = ContactState.met(
                speaker.eventId(), Encounter.reported(Ids.next(), now, request.sessionId(), null, null));
        Optional<Contact> known = contacts.ofPerson(owner, speaker.personId());
        if (known.isPresent()) {
            Contact contact = known.get();
            boolean metBefore = contact.state().encounters().containsKey(speaker.eventId());
            if (contact.learn(standing, metBefore ? ContactState.EMPTY : heard)) {
                publish(contact);
            }
            return new Added(contact, false);
        }
        Contact contact = Contact.speaker(owner, Ids.next(), standing, heard);
        contacts.persistAndFlush(contact);
        contacts.getEntityManager().refresh(contact);
        publish(contact);
        return new Added(contact, true);
    }

    /** Edits a contact that the owner has seen in its current version. */
    @Transactional
    public Contact change(String owner, UUID id, String ifMatch, ContactChange change) {
        contacts.lock(owner);
        Contact contact = contacts.require(owner, id);
        ETags.require(ifMatch, contact.version());
        if (change.isEmpty()) {
            return contact;
        }
        contact.edit(said(contact.state(), change));
        if (change.hasNote()) {
            contacts.getEntityManager()
                    .persist(new Note(
                            new NewNote(owner, id, Ids.next(), 0, NewNote.NOTE, change.addNote(), clock.instant())));
        }
        publish(contact);
        contacts.flush();
        contacts.getEntityManager().refresh(contact);
        return contact;
    }

    private ContactState said(ContactState before, ContactChange change) {
        // Later than everything that was said before: who edits has seen the current version, whatever a phone's clock
        // says.
        long now = Math.max(clock.millis(), before.lastSaid() + 1);
        var stamp = new Stamp(now, 0, BY_HAND, Ids.next().toString());
        ContactState said = ContactState.scanned(stamp, null, null, change.addTags(), change.removeTags());
        if (change.intent().isPresent()) {
            said = said.join(ContactState.intended(change.intent().or(null), stamp));
        }
        if (change.rating().isPresent()) {
            said = said.join(ContactState.rated(change.rating().or(null), stamp));
        }
        if (change.doNotContact().isPresent() || change.doNotContactReason().isPresent()) {
            DoNotContact current = before.restriction();
            boolean active = change.doNotContact().or(current.active());
            String reason = active ? change.doNotContactReason().or(current.reason()) : null;
            said = said.join(ContactState.restricted(new DoNotContact(active, reason), stamp));
        }
        return said;
    }

    private void publish(Contact contact) {
        outbox.append(new Fact(
                ContactMessage.TOPIC, contact.id(), contact.version(), ContactMessage.TYPE, contact.message()));
    }
}
