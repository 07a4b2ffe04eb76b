package rapport.contacts.contact;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.contacts.merge.Stamp;

/**
 * A contact that was merged into another one, the winner.
 *
 * @param stamp when
 * @param winnerKind the winner's own, before the first merge; so are the ones that follow
 */
record Member(
        StoredContact contact,
        Stamp stamp,
        ContactKind winnerKind,
        UUID winnerSpeakerId,
        PendingReason winnerPendingReason) {

    private Standing standing() {
        return contact.standing();
    }

    /**
     * What a winner is together with its members. It is the person that it was, else that of the first member who is one. It
     * shares no more than each of them does.
     *
     * @param ownShared what the winner's own person shares
     */
    static Standing together(Standing winner, Shared ownShared, List<Member> members) {
        UUID ownPerson = winner.counterpart().equals(winner.personId()) ? winner.personId() : null;
        UUID person = ownPerson != null
                ? ownPerson
                : first(members.stream().map(m -> m.standing().personId()));
        boolean allShare = (ownPerson == null || ownShared.anything())
                && members.stream()
                        .allMatch(m ->
                                m.standing().personId() == null || m.standing().sharesCard());
        Shared shared = ownPerson != null
                ? ownShared
                : first(members.stream()
                        .filter(m -> m.standing().personId() != null)
                        .map(m -> m.standing().shared()));
        ContactKind kind = members.stream()
                .map(m -> m.standing().kind())
                .reduce(winner.kind(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        PendingReason reason = winner.pendingReason() != null
                ? winner.pendingReason()
                : first(members.stream().map(m -> m.standing().pendingReason()));
        return new Standing(
                winner.counterpart(),
                person,
                winner.speakerId() != null
                        ? winner.speakerId()
                        : first(members.stream().map(m -> m.standing().speakerId())),
                kind,
                person != null && allShare ? shared : Shared.NOTHING,
                person == null && !kind.isOwnersWord() ? reason : null);
    }

    /** What a winner is for itself, after {@code gone} was taken out of it and while others stay. */
    static Standing alone(Standing winner, Shared ownShared, boolean scanned, Member gone, List<Member> stay) {
        UUID ownPerson = winner.counterpart().equals(winner.personId()) ? winner.personId() : null;
        ContactKind kind = scanned ? ContactKind.SCANNED : gone.winnerKind;
        boolean learnedSpeaker = winner.speakerId() != null
                && !winner.speakerId().equals(gone.standing().speakerId())
                && stay.stream()
                        .noneMatch(m -> winner.speakerId().equals(m.standing().speakerId()));
        PendingReason reason =
                gone.winnerPendingReason == null ? PendingReason.AWAITING_REGISTRATION : gone.winnerPendingReason;
        return new Standing(
                winner.counterpart(),
                ownPerson,
                learnedSpeaker ? winner.speakerId() : gone.winnerSpeakerId,
                kind,
                ownPerson == null ? Shared.NOTHING : ownShared,
                ownPerson == null && !kind.isOwnersWord() ? reason : null);
    }

    private static <T> T first(Stream<T> some) {
        return some.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
