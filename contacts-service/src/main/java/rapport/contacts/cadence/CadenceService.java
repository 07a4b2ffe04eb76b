package rapport.contacts.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import rapport.contacts.calendar.OwnerCalendar;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;

/** Sets cadences. */
@ApplicationScoped
class CadenceService {
    private final TagCadenceRepository tags;
    private final ContactBook contacts;
    private final OwnerCalendar calendar;
    private final EntityManager database;

    CadenceService(TagCadenceRepository tags, ContactBook contacts, OwnerCalendar calendar, EntityManager database) {
        this.tags = tags;
        this.contacts = contacts;
        this.calendar = calendar;
        this.database = database;
    }

    @Transactional
    UUID follow(String owner, UUID contactId, String ifMatch, CadenceDays days) {
        return change(owner, contactId, ifMatch, cadence -> cadence.follow(days));
    }

    @Transactional
    UUID snooze(String owner, UUID contactId, String ifMatch, LocalDate until) {
        if (until != null && !until.isAfter(calendar.today(owner))) {
            throw new CadenceRefused.NotLater();
        }
        return change(owner, contactId, ifMatch, cadence -> cadence.snooze(until));
    }

    private UUID change(String owner, UUID contactId, String ifMatch, Consumer<ContactCadence> change) {
        contacts.lock(owner);
        UUID contact = contacts.require(owner, contactId).id();
        ContactCadence cadence = of(owner, contact);
        if (ifMatch != null) {
            ETags.require(ifMatch, cadence.version());
        }
        change.accept(cadence);
        database.persist(cadence);
        return contact;
    }

    /** What was said about the contact; not to be stored when nothing was. */
    ContactCadence of(String owner, UUID contact) {
        ContactCadence stored = database.find(ContactCadence.class, new ContactCadence.Key(owner, contact));
        return stored == null ? new ContactCadence(owner, contact) : stored;
    }

    @Transactional
    TagCadence add(String owner, NewTagCadence wanted) {
        contacts.lock(owner);
        String tag = wanted.tag().strip();
        if (tags.hasTag(owner, tag)) {
            throw new CadenceRefused.TagTaken();
        }
        var cadence = new TagCadence(owner, Ids.next(), tag, wanted.days());
        tags.persist(cadence);
        return cadence;
    }

    @Transactional
    TagCadence change(String owner, UUID id, String ifMatch, TagCadenceChange change) {
        contacts.lock(owner);
        TagCadence cadence = tags.require(owner, id);
        ETags.require(ifMatch, cadence.version());
        cadence.become(change.of(cadence.rhythm()));
        return cadence;
    }

    @Transactional
    void remove(String owner, UUID id) {
        contacts.lock(owner);
        tags.delete(tags.require(owner, id));
    }
}
