package rapport.followup.circumstances;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.followup.boundary.BoundaryDefaults;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.mail.Occasion;
import rapport.followup.planning.Anchor;
import rapport.followup.window.Hours;
import rapport.followup.window.RecipientZones;
import rapport.followup.window.WorkingWindow;

/**
 * What is known at this moment about the two people of a follow-up and the occasion on which they met.
 *
 * @param signal the latest stop signal between the two, null when there was none
 * @param request whether the recipient lets this sender write, null when nobody asked
 */
public record Circumstances(
        Contact contact,
        Person person,
        Event event,
        Session session,
        Meeting meeting,
        Rules rules,
        Signal signal,
        Request request) {

    /** @param status null while the contact is unknown or belongs to somebody else */
    public record Contact(
            String status, String kind, boolean deleted, boolean merged, boolean doNotContact, boolean emailShared) {
        public boolean known() {
            return status != null || deleted;
        }
    }

    /**
     * The recipient; the id is null as long as the contact has no person.
     *
     * @param locale the tag of a language; null when nobody knows
     * @param pausedUntil until when nothing is wanted, perhaps in the past; null when there was no pause
     * @param pauseReason why, null with the date
     */
    public record Person(
            UUID id,
            boolean known,
            boolean deleted,
            String name,
            String locale,
            String email,
            byte[] emailHash,
            boolean suppressed,
            Instant pausedUntil,
            String pauseReason) {}

    /**
     * @param id the event of the follow-up, else of the encounter, else null
     * @param windowDays how many days after its end follow-ups are welcome; null when it does not say
     */
    public record Event(
            UUID id, boolean known, String name, Instant end, String status, String contactMode, Integer windowDays) {}

    public record Session(UUID id, boolean known, String title, Instant end, String status) {}

    public record Meeting(UUID encounterId, Instant metAt) {}

    /**
     * @param own the person's own boundary, null when there is none
     * @param speakerMode the mode of the recipient as a speaker, null for others
     */
    public record Rules(
            OwnBoundary own,
            boolean speaker,
            String speakerMode,
            String personZone,
            String eventZone,
            String ownerZone) {}

    /**
     * @param until when a closed boundary opens by itself; null when it does not
     * @param mentoring whether requests for mentoring are welcome; null when the person does not say
     */
    public record OwnBoundary(
            BoundaryMode mode,
            int weeklyBudget,
            String zone,
            Set<DayOfWeek> days,
            Hours hours,
            Instant until,
            Boolean mentoring) {}

    /** @param answer NONE, LATER, ACCEPTED or DECLINED */
    public record Request(String answer, Instant until) {}

    /** Where they met, in words; null when nothing says so. */
    public String occasion() {
        return Occasion.of(event.name(), session.title());
    }

    /** Something that stops what was planned before it. */
    public record Signal(StopKind kind, Instant at) {}

    /** What stops a follow-up that was created at this instant; null when nothing happened since. */
    public StopKind stoppedSince(Instant created) {
        return signal != null && signal.at().isAfter(created) ? signal.kind() : null;
    }

    public boolean ownMode() {
        return rules.own() != null;
    }

    /** The person's word, else the speaker's part in the event, else the event's policy. */
    public BoundaryMode mode() {
        if (ownMode()) {
            return rules.own().mode();
        }
        String seeded = rules.speakerMode() != null ? rules.speakerMode() : event.contactMode();
        return seeded == null ? BoundaryMode.OPEN : BoundaryMode.seeded(seeded);
    }

    public int weeklyBudget(BoundaryDefaults defaults) {
        return ownMode() ? rules.own().weeklyBudget() : defaults.weeklyBudget(rules.speaker());
    }

    /** The windows that all have to be open; none as long as nobody knows where the recipient is. */
    public List<WorkingWindow> windows(BoundaryDefaults defaults) {
        Set<DayOfWeek> days = ownMode() ? rules.own().days() : defaults.workingDays();
        Hours hours = ownMode() ? rules.own().hours() : defaults.hours();
        String boundaryZone = ownMode() ? rules.own().zone() : null;
        return RecipientZones.of(boundaryZone, rules.personZone(), rules.eventZone(), rules.ownerZone()).stream()
                .map(zone -> new WorkingWindow(days, hours, zone))
                .toList();
    }

    /** When the anchor is; null as long as that is unknown, and for what the occasion does not tell. */
    public Instant at(Anchor anchor) {
        return switch (anchor) {
            case EVENT_END -> event.end();
            case SESSION_END -> session.end();
            case ENCOUNTER -> meeting.metAt();
            case LAST_STEP, ABSOLUTE -> null;
        };
    }
}
