package rapport.contacts.introduction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.contacts.acquaintance.Members;
import rapport.contacts.acquaintance.Members.Member;

/** Renders introductions for their sides, with a constant number of statements. */
@ApplicationScoped
class Offers {
    private final IntroductionRepository introductions;
    private final Members members;
    private final Clock clock;

    Offers(IntroductionRepository introductions, Members members, Clock clock) {
        this.introductions = introductions;
        this.members = members;
        this.clock = clock;
    }

    OfferView of(String subject, UUID id) {
        return of(List.of(introductions.side(id, subject))).getFirst();
    }

    List<OfferView> of(List<Side> mine) {
        List<UUID> ids = mine.stream().map(Side::introductionId).toList();
        Map<UUID, Introduction> known = introductions.withIds(ids);
        Map<UUID, List<Side>> sides = introductions.sidesOf(ids);
        Map<String, Member> people = members.ofSubjects(Stream.concat(
                        known.values().stream().map(Introduction::introducer),
                        sides.values().stream().flatMap(List::stream).map(Side::subject))
                .distinct()
                .toList());
        Instant now = clock.instant();
        return mine.stream()
                .map(side ->
                        view(known.get(side.introductionId()), side, sides.get(side.introductionId()), people, now))
                .toList();
    }

    private static OfferView view(
            Introduction introduction, Side mine, List<Side> sides, Map<String, Member> people, Instant now) {
        OfferView.Standing standing = OfferView.standing(introduction.stateAt(now), mine.answer());
        Optional<Member> other = standing == OfferView.Standing.COMPLETED
                ? sides.stream()
                        .filter(side -> !side.subject().equals(mine.subject()))
                        .map(side -> people.get(side.subject()))
                        .findFirst()
                : Optional.empty();
        Member introducer = people.get(introduction.introducer());
        return new OfferView(
                introduction.id(),
                introducer == null ? null : introducer.displayName(),
                introduction.reason(),
                standing,
                introduction.expiresAt(),
                other.map(Member::personId).orElse(null),
                other.map(Member::displayName).orElse(null),
                other.map(Member::affiliation).orElse(null));
    }
}
