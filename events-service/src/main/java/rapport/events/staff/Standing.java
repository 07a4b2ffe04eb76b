package rapport.events.staff;

import java.util.Optional;

/**
 * How the caller stands to an event that they may see.
 *
 * @param confirmed whether the caller has a confirmed registration
 */
public record Standing(String eventStatus, Optional<StaffRole> role, boolean confirmed) {

    /** Whether the private join URL is for the caller. */
    public boolean mayJoin() {
        return confirmed || role.isPresent();
    }

    public boolean mayEdit() {
        return role.map(StaffRole::mayEdit).orElse(false);
    }
}
