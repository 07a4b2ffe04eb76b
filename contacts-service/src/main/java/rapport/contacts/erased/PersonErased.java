package rapport.contacts.erased;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Whoever is known by this had their data erased: nobody else brings them back. */
public final class PersonErased extends DomainException {
    public PersonErased() {
        super(
                ProblemKind.CONFLICT,
                "person-erased",
                "A person known by one of these addresses or links had their data erased. Only they themselves can come back.");
    }
}
