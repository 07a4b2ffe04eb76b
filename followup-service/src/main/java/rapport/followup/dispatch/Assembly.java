package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.followup.boundary.BoundaryDefaults;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.decision.Facts;
import rapport.followup.decision.Facts.ContactState;
import rapport.followup.decision.Facts.EventState;
import rapport.followup.followup.FollowUpConfig;
import rapport.followup.mail.MailConfig;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.Planner;
import rapport.followup.preparation.Letter;
import rapport.followup.preparation.Missing;
import rapport.followup.preparation.PreparationRules;
import rapport.followup.preparation.Purpose;
import rapport.followup.window.WorkingWindow;

/** Puts what was read into the form in which the decision wants it. */
@ApplicationScoped
class Assembly {

    private final BoundaryDefaults defaults;
    private final FollowUpConfig config;
    private final boolean answersArrive;

    Assembly(BoundaryDefaults defaults, FollowUpConfig config, MailConfig mail) {
        this.defaults = defaults;
        this.config = config;
        this.answersArrive = mail.replyDomain().isPresent();
    }

    Facts facts(Due due, Circumstances circumstances, Facts.Budget budget) {
        List<WorkingWindow> windows = circumstances.windows(defaults);
        Instant replanned = replanned(due, circumstances, windows);
        var person = circumstances.person();
        return new Facts(
                new Facts.Contact(
                        contactState(circumstances.contact()),
                        "SPEAKER".equals(circumstances.contact().kind()),
                        circumstances.contact().emailShared(),
                        circumstances.contact().doNotContact()),
                new Facts.Recipient(
                        person.known(),
                        person.deleted(),
                        person.email() != null,
                        person.suppressed(),
                        circumstances.mode(),
                        circumstances.ownMode(),
                        wishes(due, circumstances)),
                new Facts.Occasion(
                        eventState(circumstances.event()),
                        "REMOVED".equals(circumstances.session().status()),
                        replanned),
                new Facts.Timing(
                        notAfter(due, replanned),
                        patience(circumstances, due.position().approvedAt()),
                        due.position().waitedForBudget(),
                        circumstances.stoppedSince(due.words().createdAt())),
                budget,
                windows,
                contentFaults(due, circumstances));
    }

    private Facts.Wishes wishes(Due due, Circumstances circumstances) {
        var person = circumstances.person();
        var own = circumstances.rules().own();
        var request = circumstances.request();
        return new Facts.Wishes(
                person.pausedUntil(),
                person.pauseReason(),
                own == null ? null : own.until(),
                request == null
                        ? Facts.Asking.NOT_ASKED
                        : new Facts.Asking(Facts.Answer.valueOf(request.answer()), request.until()),
                refusal(due, circumstances));
    }

    private String refusal(Due due, Circumstances circumstances) {
        var own = circumstances.rules().own();
        boolean noMentoring = own != null && Boolean.FALSE.equals(own.mentoring());
        if (noMentoring && due.words().purpose() == Purpose.MENTOR_REQUEST) {
            return "mentoring-not-wanted";
        }
        boolean relayed = due.words().relay() || circumstances.mode() == BoundaryMode.RELAY;
        return relayed && !answersArrive ? "relay-not-offered" : null;
    }

    /** How long a message may wait for a budget: as long as the event's follow-up window is open. */
    Instant patience(Circumstances circumstances, Instant approvedAt) {
        var event = circumstances.event();
        if (event.end() != null && event.windowDays() != null) {
            return event.end().plus(Duration.ofDays(event.windowDays()));
        }
        return approvedAt == null ? null : approvedAt.plus(config.patience());
    }

    /** An event that moved later takes the deadline with it. */
    Instant notAfter(Due due, Instant replanned) {
        Instant stored = due.position().notAfter();
        Instant moved = replanned == null ? null : replanned.plus(config.notAfter());
        return moved != null && (stored == null || moved.isAfter(stored)) ? moved : stored;
    }

    /** Only anchored schedules move with what they are anchored to. */
    Instant replanned(Due due, Circumstances circumstances, List<WorkingWindow> windows) {
        if (due.schedule().anchor() == Anchor.ABSOLUTE) {
            return null;
        }
        Optional<Instant> planned =
                Planner.due(due.schedule(), circumstances.at(due.schedule().anchor()), windows);
        return planned.orElse(null);
    }

    private static ContactState contactState(Circumstances.Contact contact) {
        if (contact.deleted()) {
            return ContactState.DELETED;
        }
        if (contact.merged()) {
            return ContactState.MERGED;
        }
        return switch (contact.status()) {
            case null -> ContactState.UNKNOWN;
            case "ACTIVE" -> ContactState.ACTIVE;
            case "PENDING" -> ContactState.PENDING;
            default -> ContactState.NEEDS_CONSENT;
        };
    }

    private static EventState eventState(Circumstances.Event event) {
        if (event.id() == null) {
            return EventState.NONE;
        }
        if (!event.known()) {
            return EventState.UNKNOWN;
        }
        return "CANCELLED".equals(event.status()) ? EventState.CANCELLED : EventState.ON;
    }

    private static List<String> contentFaults(Due due, Circumstances circumstances) {
        var words = due.words();
        boolean asksForTime = words.purpose() == Purpose.MENTOR_REQUEST
                || circumstances.rules().speaker()
                || "SPEAKER".equals(circumstances.contact().kind());
        boolean namesTheOccasion =
                due.asked().sessionId() != null || due.asked().encounterId() != null;
        // Drafted for those who were there; who turns out not to have been is not written to by itself.
        Stream<String> audience = words.leftAudience() ? Stream.of("audience-left") : Stream.empty();
        return Stream.concat(
                        audience,
                        PreparationRules.missing(new Letter(
                                        words.preparation(),
                                        words.subject(),
                                        words.body(),
                                        words.first(),
                                        asksForTime,
                                        namesTheOccasion,
                                        words.sameBodyElsewhere()))
                                .stream()
                                .map(Missing::code))
                .toList();
    }
}
