package rapport.contacts.depth;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a relationship.
 *
 * @param since when the contact came about
 * @param touches earliest first
 * @param kept promises that the owner kept
 * @param broken promises that the owner did not keep
 */
record Bond(Instant since, List<Touch> touches, int kept, int broken) {
    Bond {
        touches = touches.stream().sorted(Touch.ORDER).toList();
    }
}
