package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Details;
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
    private final MergedContacts merged;
    private final TypedDetails typed;

    ContactService(
            ContactRepository contacts,
            Programme programme,
            Outbox outbox,
            Clock clock,
            MergedContacts merged,
            TypedDetails typed) {
        this.contacts = contacts;
        this.merged = merged;
        this.typed = typed;
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
            return new Added(shown(owner, contact), false);
        }
        return new Added(add(Contact.born(owner, Ids.next(), standing, heard)), true);
    }

    /** Keeps somebody whom the owner writes down by hand. Whether that is somebody they have already, duplicates tell. */
    @Transactional
    public Contact addByHand(String owner, NewContact request) {
        contacts.lock(owner);
        UUID id = Ids.next();
        Stamp now = stamp(ContactState.EMPTY);
        ContactState said = ContactState.scanned(now, request.intent(), request.rating(), request.tags(), List.of())
                .join(typed.said(Details.NONE, request.details(), now));
        if (request.encounter() != null) {
            said = said.join(request.encounter().said(now));
        }
        Contact contact = add(Contact.born(owner, id, Standing.typed(id, ContactKind.MANUAL), said));
        if (request.note() != null && !request.note().isBlank()) {
            note(owner, id, request.note());
        }
        return contact;
    }

    /** Adds where and when they met to a contact; at an event that is known already it completes what is known. */
    @Transactional
    public Contact met(String owner, UUID id, NewEncounter encounter) {
        contacts.lock(owner);
        Contact asked = contacts.require(owner, id);
        Contact contact = contacts.require(owner, contacts.surviving(owner, asked));
        contact.edit(encounter.said(stamp(contact.state())));
        publish(contact);
        contacts.flush();
        contacts.getEntityManager().refresh(contact);
        return contact;
    }

    /** What shows a contact: itself, or the one that it was merged into, which follows what it learned. */
    private Contact shown(String owner, Contact contact) {
        if (contact.mergedInto() == null) {
            return contact;
        }
        contacts.flush();
        merged.follow(contact.stored());
        return contacts.require(owner, contacts.surviving(owner, contact));
    }

    private Contact add(Contact contact) {
        contacts.persistAndFlush(contact);
        contacts.getEntityManager().refresh(contact);
        publish(contact);
        return contact;
    }

    private void note(String owner, UUID contact, String text) {
        contacts.getEntityManager()
                .persist(new Note(new NewNote(owner, contact, Ids.next(), 0, NewNote.NOTE, text, clock.instant())));
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
            note(owner, id, change.addNote());
        }
        publish(contact);
        contacts.flush();
        contacts.getEntityManager().refresh(contact);
        return contact;
    }

    private ContactState said(ContactState before, ContactChange change) {
        Stamp stamp = stamp(before);
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
        if (change.details().getValue() != null) {
            said = said.join(typed.said(before.said(), change.details().getValue(), stamp));
        }
        return said;
    }

    /**
     * Later than everything that was said before: who edits has seen the current version, whatever a phone's clock says.
     */
    private Stamp stamp(ContactState before) {
        return new Stamp(
                Math.max(clock.millis(), before.lastSaid() + 1),
                0,
                BY_HAND,
                Ids.next().toString());
    }

    private void publish(Contact contact) {
        outbox.append(new Fact(
                ContactMessage.TOPIC, contact.id(), contact.version(), ContactMessage.TYPE, contact.message()));
    }
}
