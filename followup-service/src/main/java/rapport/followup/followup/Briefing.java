package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.boundary.BoundaryDefaults;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.preparation.Checklist;
import rapport.followup.preparation.Standing;

/** Puts the preparation brief together. */
@ApplicationScoped
class Briefing {

    private static final Duration WEEK = Duration.ofDays(7);

    private final FollowUpRepository followUps;
    private final FollowUpDesk desk;
    private final BriefReader reader;
    private final BoundaryDefaults defaults;
    private final Clock clock;

    Briefing(
            FollowUpRepository followUps,
            FollowUpDesk desk,
            BriefReader reader,
            BoundaryDefaults defaults,
            Clock clock) {
        this.followUps = followUps;
        this.desk = desk;
        this.reader = reader;
        this.defaults = defaults;
        this.clock = clock;
    }

    BriefView of(String owner, UUID id) {
        FollowUp followUp = followUps.require(owner, id);
        Circumstances circumstances = desk.circumstances(followUp.asked());
        Instant now = clock.instant();
        boolean agreed = "ACTIVE".equals(circumstances.contact().status());
        var known = reader.read(owner, id, agreed ? circumstances.person().name() : null, now.minus(WEEK));
        List<BriefView.Promise> promises = promises(known, today(circumstances, now));
        var rules = rules(circumstances, known);
        return new BriefView(
                id,
                followUp.preparation(),
                known.who(),
                interests(known),
                met(circumstances, known),
                new BriefView.Owed(promises, known.given(), known.received(), known.asked(), known.unthanked()),
                rules,
                known.history(),
                Checklist.of(desk.missing(followUp, circumstances), standing(known, promises, rules)));
    }

    /** A promise is overdue by the owner's calendar. */
    private static LocalDate today(Circumstances circumstances, Instant now) {
        String zone = circumstances.rules().ownerZone();
        return LocalDate.ofInstant(now, zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
    }

    private static List<BriefView.Promise> promises(BriefReader.Known known, LocalDate today) {
        return known.promises().stream()
                .map(owed -> new BriefView.Promise(
                        owed.by(), owed.what(), owed.dueOn(), owed.dueOn().isBefore(today)))
                .toList();
    }

    private static BriefView.Interests interests(BriefReader.Known known) {
        Set<String> mine = known.mine().stream()
                .map(interest -> interest.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> common = known.theirs().stream()
                .filter(interest -> mine.contains(interest.toLowerCase(Locale.ROOT)))
                .toList();
        return new BriefView.Interests(known.mine(), known.theirs(), common);
    }

    private static BriefView.Met met(Circumstances circumstances, BriefReader.Known known) {
        return new BriefView.Met(
                circumstances.meeting().metAt(),
                circumstances.event().name(),
                circumstances.session().title(),
                known.place(),
                known.topic());
    }

    private BriefView.Rules rules(Circumstances circumstances, BriefReader.Known known) {
        int budget = circumstances.weeklyBudget(defaults);
        return new BriefView.Rules(circumstances.mode(), budget, Math.max(0, budget - known.used()));
    }

    private static Standing standing(BriefReader.Known known, List<BriefView.Promise> promises, BriefView.Rules rules) {
        int overdue = (int) promises.stream()
                .filter(promise -> promise.by() == BriefView.Party.ME && promise.overdue())
                .count();
        return new Standing(
                overdue,
                known.unthanked(),
                known.asked(),
                known.given(),
                rules.mode() == BoundaryMode.OPEN,
                rules.remaining(),
                known.unanswered(),
                known.history().lastHeardAt());
    }
}
