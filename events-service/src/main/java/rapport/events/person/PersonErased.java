package rapport.events.person;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

/** Whoever has this address had their data erased: only they themselves can come back. */
public final class PersonErased extends Refused {
    PersonErased() {
        super(
                ProblemKind.CONFLICT,
                "person-erased",
                "The person with this address had their data erased. They can register themselves again; nobody else can do"
                        + " it for them.");
    }
}
