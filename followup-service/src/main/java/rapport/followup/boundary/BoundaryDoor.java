package rapport.followup.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.correspondence.Correspondences;
import rapport.followup.links.LinkPurpose;
import rapport.kit.problem.Invalid;

/** Lets people at their boundary who have no account but a link that was sent to them. */
@ApplicationScoped
class BoundaryDoor {

    /** Whom a link belongs to. */
    record Holder(UUID personId, ZoneId zone) {}

    private final Correspondences correspondences;
    private final BoundaryRepository boundaries;
    private final BoundaryService service;
    private final Validator validator;
    private final Clock clock;

    BoundaryDoor(
            Correspondences correspondences,
            BoundaryRepository boundaries,
            BoundaryService service,
            Validator validator,
            Clock clock) {
        this.correspondences = correspondences;
        this.boundaries = boundaries;
        this.service = service;
        this.validator = validator;
        this.clock = clock;
    }

    /** Empty when the link is none of ours, or its person is not here any more. */
    Optional<Holder> behind(String token) {
        return correspondences
                .behind(LinkPurpose.BOUNDARY, token)
                .filter(to -> boundaries.byId(to.recipient()).isPresent())
                .map(BoundaryDoor::holder);
    }

    BoundaryView boundary(Holder holder) {
        return service.effective(boundaries.byId(holder.personId()).orElseThrow());
    }

    /** As through the API, with the same rules. */
    void set(Holder holder, BoundaryForm form) {
        NewBoundary wanted = form.wanted(holder.zone());
        if (!validator.validate(wanted).isEmpty()) {
            throw Invalid.of("", "validation", "A value of the form is not possible.");
        }
        wanted.check(clock.instant());
        service.set(holder.personId(), form.ifMatch(), wanted);
    }

    private static Holder holder(Correspondence to) {
        return new Holder(to.recipient(), to.zone());
    }
}
