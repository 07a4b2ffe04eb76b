package rapport.contacts.introduction;

import java.util.UUID;
import rapport.contacts.acquaintance.Members.Member;

/** Two people to be introduced, in one order whoever was named first. */
record Pair(One first, One second) {

    /** One of them, as the introducer's contact and as a member. */
    record One(UUID contactId, Member member) {
        UUID personId() {
            return member.personId();
        }
    }

    static Pair of(One one, One other) {
        // As the database orders UUIDs, which is not how Java does.
        return one.personId().toString().compareTo(other.personId().toString()) < 0
                ? new Pair(one, other)
                : new Pair(other, one);
    }
}
