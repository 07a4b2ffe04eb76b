package rapport.followup.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rapport.kit.upkeep.Chore;

/** Opens boundaries that were closed until a date: the other services learn of it, and what waits is asked about again. */
@ApplicationScoped
class BoundaryOpening implements Chore {

    private static final int AT_ONCE = 100;

    private final BoundaryRepository boundaries;
    private final BoundaryService service;

    BoundaryOpening(BoundaryRepository boundaries, BoundaryService service) {
        this.boundaries = boundaries;
        this.service = service;
    }

    @Override
    public int runOnce() {
        List<UUID> ended = service.ended(AT_ONCE);
        ended.forEach(service::open);
        return ended.size();
    }
}
