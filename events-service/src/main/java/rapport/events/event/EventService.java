package rapport.events.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import rapport.events.organization.OrganizationService;
import rapport.events.organization.SlugTaken;
import rapport.events.staff.EventAccess;
import rapport.events.staff.StaffService;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;

@ApplicationScoped
class EventService {
    private final EventRepository events;
    private final OrganizationService organizations;
    private final StaffService staff;
    private final EventAccess access;
    private final EventAnnouncer announcer;
    private final Clock clock;

    EventService(
            EventRepository events,
            OrganizationService organizations,
            StaffService staff,
            EventAccess access,
            EventAnnouncer announcer,
            Clock clock) {
        this.events = events;
        this.organizations = organizations;
        this.staff = staff;
        this.access = access;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Transactional
    Event create(UUID organizationId, NewEvent request) {
        organizations.requireOwned(organizationId);
        var event = new Event(Ids.next(), organizationId, request, clock.instant());
        requireFree(organizationId, event.slug(), event.id());
        events.persistAndFlush(event);
        staff.makeCallerOwner(event.id());
        announcer.changed(event);
        return event;
    }

    @Transactional
    Event change(UUID id, String ifMatch, EventChange change) {
        access.requireEditor(id);
        Event event = events.lock(id);
        ETags.require(ifMatch, event.version());
        String zoneBefore = event.zone();
        int ruleBefore = event.attendancePercent();
        Integer capacityBefore = event.capacity();
        // Before the change: afterwards the query would write it first, and the constraint would speak instead of us.
        change.slug().ifPresent(slug -> requireFree(event.organizationId(), slug, id));
        event.change(change, clock.instant());
        announcer.changed(event);
        if (!event.zone().equals(zoneBefore)) {
            announcer.rezoned(new EventRezoned(id, ZoneId.of(event.zone())));
        }
        if (event.attendancePercent() != ruleBefore) {
            announcer.ruleChanged(new AttendanceRuleChanged(id));
        }
        if (!Objects.equals(event.capacity(), capacityBefore)) {
            announcer.capacityChanged(new EventCapacityChanged(id));
        }
        return event;
    }

    @Transactional
    Event publish(UUID id) {
        return become(id, Event::publish);
    }

    @Transactional
    Event cancel(UUID id, String reason) {
        return become(id, (event, now) -> event.cancel(reason, now));
    }

    @Transactional
    Event archive(UUID id) {
        return become(id, Event::archive);
    }

    /** Takes a draft back with its programme. The registrations of people are not an organizer's to delete. */
    @Transactional
    void delete(UUID id) {
        access.requireOwner(id);
        Event event = events.lock(id);
        event.requireDraft();
        events.requireNobodyRegistered(id);
        announcer.deleted(event);
        events.deleteRow(event);
    }

    private Event become(UUID id, BiConsumer<Event, Instant> verb) {
        access.requireOwner(id);
        Event event = events.lock(id);
        verb.accept(event, clock.instant());
        announcer.changed(event);
        return event;
    }

    private void requireFree(UUID organizationId, String slug, UUID id) {
        if (events.slugTaken(organizationId, slug, id)) {
            throw new SlugTaken();
        }
    }
}
