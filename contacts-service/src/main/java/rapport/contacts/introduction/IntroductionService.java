package rapport.contacts.introduction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.contacts.acquaintance.Members;
import rapport.contacts.contact.ContactBook;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/**
 * Offers introductions and takes answers. Who answers locks everybody whose contacts may change, so two answers to one introduction never
 * run at the same time, and the second one sees the first.
 */
@ApplicationScoped
class IntroductionService {
    private final IntroductionRepository introductions;
    private final Completion completion;
    private final ContactBook contacts;
    private final Members members;
    private final IntroductionConfig config;
    private final Clock clock;

    IntroductionService(
            IntroductionRepository introductions,
            Completion completion,
            ContactBook contacts,
            Members members,
            IntroductionConfig config,
            Clock clock) {
        this.introductions = introductions;
        this.completion = completion;
        this.contacts = contacts;
        this.members = members;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    Introduction offer(String introducer, NewIntroduction wanted) {
        contacts.lock(introducer);
        Pair.One one = member(introducer, wanted.firstContactId());
        Pair.One other = member(introducer, wanted.secondContactId());
        if (one.personId().equals(other.personId())
                || one.member().subject().equals(other.member().subject())) {
            throw new IntroductionRefused.NotIntroducible();
        }
        Instant now = clock.instant();
        Pair pair = Pair.of(one, other);
        introductions.open(introducer, pair).ifPresent(open -> {
            throw new IntroductionRefused.AlreadyOffered();
        });
        if (introductions.open(introducer, now) >= config.most()) {
            throw new IntroductionRefused.TooMany(config.most());
        }
        var introduction = new Introduction(Ids.next(), introducer, pair, wanted.reason(), now, config.open());
        introductions.persistAndFlush(introduction);
        for (Pair.One side : List.of(pair.first(), pair.second())) {
            introductions
                    .getEntityManager()
                    .persist(new Side(introduction.id(), side.member().subject(), side.personId()));
        }
        return introduction;
    }

    private Pair.One member(String introducer, UUID contactId) {
        ContactBook.Entry contact = contacts.require(introducer, contactId);
        if (contact.personId() == null || !contact.revealed()) {
            throw new IntroductionRefused.NotIntroducible();
        }
        return members.ofPerson(contact.personId())
                .filter(member -> !member.subject().equals(introducer))
                .map(member -> new Pair.One(contact.id(), member))
                .orElseThrow(IntroductionRefused.NotIntroducible::new);
    }

    @Transactional
    Introduction withdraw(String introducer, UUID id) {
        introductions.require(introducer, id);
        contacts.lock(introducer);
        Introduction introduction = introductions.require(introducer, id);
        introductions.getEntityManager().refresh(introduction);
        introduction.withdraw(clock.instant());
        return introduction;
    }

    /** Takes the answer of one side. The same answer again changes nothing, whatever has become of the introduction. */
    @Transactional
    void answer(String subject, UUID id, Answer answer) {
        contacts.lock(introductions.everybody(id, subject));
        Introduction introduction = introductions.findById(id);
        Side mine = introductions.side(id, subject);
        if (introduction.stateAt(clock.instant()) == IntroductionState.WITHDRAWN) {
            throw new NotFound("introduction");
        }
        if (mine.answer() == answer) {
            return;
        }
        introduction.requireOpen(clock.instant());
        mine.answer(answer, clock.instant());
        List<Side> sides = introductions.sides(id);
        if (sides.stream().allMatch(Side::accepted)) {
            introduction.complete();
            completion.of(introduction, sides);
        }
    }
}
