package rapport.kit.problem;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Recognises, among unexpected exceptions, those that mean something to the caller. */
final class Failures {
    private static final int DEEPEST = 16;

    private Failures() {}

    /** The refusal that an exception stands for; empty when it is an error of the service. */
    static Optional<DomainException> refusal(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof DomainException refusal) {
                return Optional.of(refusal);
            }
            if (cause.getClass().getSimpleName().equals("OptimisticLockException")) {
                return Optional.of(new ChangedMeanwhile());
            }
            if (cause instanceof SQLException sql) {
                return ofState(sql);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** Whether the connection was closed by its other side while the answer was being written. */
    static boolean isDisconnect(Throwable failure) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null || !request.serverResponse().closed()) {
            return false;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof IOException || cause instanceof VertxException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Optional<DomainException> ofState(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals("23505")) {
            return Optional.of(new Duplicate());
        }
        // Connection lost, resources exhausted, shutting down, deadlock or serialisation: the same request may pass
        // later.
        boolean passing = state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("40")
                || state.equals("55P03")
                || String.valueOf(failure.getMessage()).contains("acquisition timeout");
        return passing ? Optional.of(new Busy()) : Optional.empty();
    }

    private static final class Busy extends DomainException {
        Busy() {
            super(
                    ProblemKind.UNAVAILABLE,
                    ProblemKind.UNAVAILABLE.code(),
                    "The service is busy or restarting. Nothing was changed; try again.",
                    Duration.ofSeconds(2));
        }
    }

    private static final class Duplicate extends DomainException {
        Duplicate() {
            super(ProblemKind.CONFLICT, "The same thing was created by another request.");
        }
    }

    private static final class ChangedMeanwhile extends DomainException {
        ChangedMeanwhile() {
            super(
                    ProblemKind.PRECONDITION_FAILED,
                    "stale-version",
                    "It was changed by another request at the same time. Read it again, then repeat the change.");
        }
    }
}
