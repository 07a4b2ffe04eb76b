package rapport.events.badge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rapport.events.person.People;
import rapport.events.staff.EventAccess;
import rapport.kit.problem.NotFound;

/** Who may see or change a badge. A badge of others is the same 404 as a random id. */
@ApplicationScoped
class BadgeAccess {
    private final BadgeRepository badges;
    private final EventAccess events;
    private final People people;

    BadgeAccess(BadgeRepository badges, EventAccess events, People people) {
        this.badges = badges;
        this.events = events;
        this.people = people;
    }

    /** The badge, for the editors of its event and for the person who wears it. */
    Badge forReading(UUID badgeId) {
        Badge badge = badges.require(badgeId);
        boolean own = people.callersPerson().filter(badge.personId()::equals).isPresent();
        if (!own) {
            requireEditor(badge);
        }
        return badge;
    }

    /** Lets the editors of the badge's event pass. */
    void forChanging(UUID badgeId) {
        requireEditor(badges.require(badgeId));
    }

    private void requireEditor(Badge badge) {
        try {
            events.requireEditor(badge.eventId());
        } catch (NotFound foreignEvent) {
            throw new NotFound("badge");
        }
    }
}
