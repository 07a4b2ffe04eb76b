package rapport.contacts.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.time.WallTime;

/** What day it is for an owner, and when they want to be reminded. */
@ApplicationScoped
public class OwnerCalendar {
    // Phones make scan ids by time, so the last one names the event that the owner was at last.
    private static final String ZONE_OF_LAST_EVENT = """
            select e.zone
            from   scan s
            join   event e on e.id = s.event_id and e.zone is not null
            where  s.owner = :owner
            order  by s.scan_id desc
            limit  1
            """;

    private final EntityManager database;
    private final ContactBook contacts;
    private final Clock clock;

    OwnerCalendar(EntityManager database, ContactBook contacts, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** The owner's settings; without any, every day in the zone of the event they scanned at last, else in UTC. */
    public ReminderSettings of(String owner) {
        StoredSettings stored = database.find(StoredSettings.class, owner);
        return stored == null ? ReminderSettings.everyDay(zoneOfLastEvent(owner)) : stored.settings();
    }

    /** The owner's day now. */
    public LocalDate today(String owner) {
        return LocalDate.ofInstant(clock.instant(), of(owner).zone());
    }

    private ZoneId zoneOfLastEvent(String owner) {
        List<?> zones = database.createNativeQuery(ZONE_OF_LAST_EVENT)
                .setParameter("owner", owner)
                .getResultList();
        String zone = zones.isEmpty() ? null : (String) zones.getFirst();
        return WallTime.isZone(zone) ? ZoneId.of(zone) : ZoneOffset.UTC;
    }

    /** 0 as long as the owner has set nothing. */
    long version(String owner) {
        StoredSettings stored = database.find(StoredSettings.class, owner);
        return stored == null ? 0 : stored.version();
    }

    /** @param ifMatch checked if the caller sent it */
    @Transactional
    public void set(String owner, String ifMatch, ReminderSettings wanted) {
        contacts.lock(owner);
        StoredSettings stored = database.find(StoredSettings.class, owner);
        if (ifMatch != null) {
            ETags.require(ifMatch, stored == null ? 0 : stored.version());
        }
        if (stored == null) {
            stored = new StoredSettings(owner);
            stored.become(wanted);
            database.persist(stored);
        } else {
            stored.become(wanted);
        }
    }
}
