package rapport.events.speaker;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;

final class NotOfThePair extends Refused {
    NotOfThePair() {
        super(
                "not-of-the-pair",
                new Fault("/keep", "not-of-the-pair", "Name one of the two speakers of the proposal."));
    }
}
