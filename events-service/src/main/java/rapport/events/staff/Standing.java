package rapport.events.staff;

import java.util.Optional;

/** How the caller stands to an event that they may see. */
public record Standing(String eventStatus, Optional<StaffRole> role) {

    public boolean mayEdit() {
        return role.map(StaffRole::mayEdit).orElse(false);
    }
}
