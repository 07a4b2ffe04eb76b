package rapport.events.organization;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;

/** An organization is handed to somebody who has agreed to be responsible for one of its events, not to anybody. */
final class HandoverRefused extends Refused {
    HandoverRefused() {
        super(
                "not-an-owner",
                new Fault(
                        "/subject",
                        "not-an-owner",
                        "Only an OWNER of one of the organization's events can take over."));
    }
}
