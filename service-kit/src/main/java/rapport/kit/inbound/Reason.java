package rapport.kit.inbound;

import rapport.kit.problem.DomainException;
import rapport.kit.sql.SqlBlame;

/** Why a message is parked, without any value of it: reasons are stored, shown and logged. */
final class Reason {
    private static final int LENGTH = 300;

    private Reason() {}

    static String of(Throwable failure) {
        String state = SqlBlame.state(failure);
        String reason =
                switch (failure) {
                    case Unreadable unreadable -> unreadable.getMessage();
                    case DomainException refusal -> "refused: " + refusal.code();
                    default ->
                        state == null
                                ? "failed: " + failure.getClass().getSimpleName()
                                : "refused by the database: " + state;
                };
        String shown = reason == null ? "unreadable" : reason.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > LENGTH ? shown.substring(0, LENGTH) : shown;
    }
}
