package rapport.kit.problem;

import java.util.List;

/** The request is malformed or breaks a rule about single values: 400, code {@code validation}, with every fault. */
public final class Invalid extends DomainException {

    public Invalid(List<Fault> faults) {
        super(
                ProblemKind.BAD_REQUEST,
                "validation",
                faults.size() == 1 ? "The request has 1 fault." : "The request has " + faults.size() + " faults.",
                faults);
    }

    /** A single fault, see {@link Fault} for the parameters. */
    public static Invalid of(String pointer, String code, String message) {
        return new Invalid(List.of(new Fault(pointer, code, message)));
    }
}
