package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.boundary.BoundaryDefaults;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.decision.Allowance;
import rapport.followup.decision.Decision;
import rapport.followup.decision.DecisionEngine;
import rapport.followup.decision.FairQueue;
import rapport.followup.decision.FairQueue.Waiting;

/**
 * Deals out the places of recipients for whom not all of a batch can go at once: to everybody who waits for them, not only
 * to those who happen to be in the batch.
 */
@ApplicationScoped
class Dealer {

    private final Lines lines;
    private final Senders senders;
    private final Assembly assembly;
    private final BoundaryDefaults defaults;

    Dealer(Lines lines, Senders senders, Assembly assembly, BoundaryDefaults defaults) {
        this.lines = lines;
        this.senders = senders;
        this.assembly = assembly;
        this.defaults = defaults;
    }

    Places deal(
            Connection connection,
            DecisionEngine engine,
            List<Due> due,
            List<Circumstances> circumstances,
            Books books,
            Instant now)
            throws SQLException {
        Set<UUID> crowded = books.crowded(circumstances, each -> each.weeklyBudget(defaults));
        if (crowded.isEmpty()) {
            return new Places(crowded, Map.of(), List.of());
        }
        List<UUID> batch = due.stream().map(Due::id).toList();
        List<InLine> inLine = lines.read(connection, crowded, batch, now);
        Set<String> others = inLine.stream()
                .map(each -> each.asked().owner())
                .filter(owner -> !books.knows(owner))
                .collect(Collectors.toSet());
        books.add(senders.histories(connection, others, batch, now));

        Map<UUID, List<Waiting>> waiting = new HashMap<>();
        Map<UUID, Integer> limits = new HashMap<>();
        for (int at = 0; at < due.size(); at++) {
            UUID person = circumstances.get(at).person().id();
            if (crowded.contains(person)) {
                limits.put(person, circumstances.get(at).weeklyBudget(defaults));
                candidate(engine, due.get(at), circumstances.get(at), books, now, waiting);
            }
        }
        for (InLine each : inLine) {
            UUID person = each.circumstances().person().id();
            if (crowded.contains(person)) {
                waiting.computeIfAbsent(person, id -> new ArrayList<>()).add(waiting(each, books));
            }
        }
        Map<UUID, Instant> places = new HashMap<>();
        waiting.forEach((person, all) ->
                places.putAll(FairQueue.places(Allowance.weekly(limits.get(person)), books.spent(person), all, now)));
        return new Places(crowded, places, inLine);
    }

    /** Who would not go even if there were room takes nobody's place. */
    private void candidate(
            DecisionEngine engine,
            Due due,
            Circumstances circumstances,
            Books books,
            Instant now,
            Map<UUID, List<Waiting>> waiting) {
        UUID person = circumstances.person().id();
        String owner = due.asked().owner();
        Decision alone = engine.decide(
                assembly.facts(
                        due,
                        circumstances,
                        books.budget(owner, person, circumstances.event().id(), now)),
                now);
        if (alone.waitsForItsTurn()) {
            waiting.computeIfAbsent(person, id -> new ArrayList<>())
                    .add(new Waiting(
                            due.id(),
                            owner,
                            sentBefore(books, owner, circumstances),
                            books.of(owner).replies(person),
                            due.position().approvedAt(),
                            alone.senderFreeAt(),
                            circumstances.windows(defaults)));
        }
    }

    private Waiting waiting(InLine each, Books books) {
        String owner = each.asked().owner();
        var circumstances = each.circumstances();
        return new Waiting(
                each.id(),
                owner,
                sentBefore(books, owner, circumstances),
                books.of(owner).replies(circumstances.person().id()),
                each.times().approvedAt(),
                each.times().notBefore(),
                circumstances.windows(defaults));
    }

    private static int sentBefore(Books books, String owner, Circumstances circumstances) {
        return books.of(owner)
                .pair(circumstances.person().id(), circumstances.event().id())
                .unanswered()
                .size();
    }
}
