package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.circumstances.CircumstancesReader;
import rapport.followup.decision.Decision;
import rapport.followup.decision.DecisionEngine;
import rapport.followup.decision.Facts;

/** Asks the gates about a locked batch, the longest approved first, against facts that cannot change until the commit. */
@ApplicationScoped
class Judge {

    private final CircumstancesReader reader;
    private final Recipients recipients;
    private final Senders senders;
    private final Dealer dealer;
    private final Assembly assembly;
    private final DecisionEngine engine;

    Judge(
            CircumstancesReader reader,
            Recipients recipients,
            Senders senders,
            Dealer dealer,
            Assembly assembly,
            GateRules rules) {
        this.reader = reader;
        this.recipients = recipients;
        this.senders = senders;
        this.dealer = dealer;
        this.assembly = assembly;
        this.engine = new DecisionEngine(rules.rules());
    }

    /** @param moves what the decisions mean for others who wait */
    record Judgement(List<Judged> judged, List<Lines.Move> moves) {}

    Judgement judge(Connection connection, List<Due> due, Clock clock) throws SQLException {
        Set<UUID> people =
                due.stream().map(Due::person).filter(Objects::nonNull).collect(Collectors.toSet());
        List<String> owners = due.stream().map(each -> each.asked().owner()).toList();
        recipients.lock(connection, people);
        senders.lock(connection, owners);
        // Read and timed after the locks: a boundary or a delivery that was committed before them is seen.
        Instant now = clock.instant();
        List<UUID> ids = due.stream().map(Due::id).toList();
        List<Circumstances> circumstances =
                reader.read(connection, due.stream().map(Due::asked).toList());
        Books books = new Books(
                recipients.usage(connection, people, ids, now), senders.histories(connection, owners, ids, now));
        Places places = dealer.deal(connection, engine, due, circumstances, books, now);
        List<Judged> judged = new ArrayList<>(due.size());
        for (int at : byAge(due)) {
            judged.add(judge(due.get(at), circumstances.get(at), books, places, now));
        }
        return new Judgement(judged, places.moves(engine, assembly, judged, now));
    }

    private Judged judge(Due due, Circumstances circumstances, Books books, Places places, Instant now) {
        String owner = due.asked().owner();
        UUID person = circumstances.person().id();
        UUID event = circumstances.event().id();
        Facts facts = assembly.facts(
                due, circumstances, books.budget(owner, person, event, places.of(due.id(), person, now)));
        Decision decision = engine.decide(facts, now);
        if (decision.sends() && !books.locked(person)) {
            decision = decision.overtaken(now);
        }
        if (decision.sends()) {
            books.spend(owner, person, event, now);
        }
        return new Judged(due, circumstances, decision);
    }

    private static List<Integer> byAge(List<Due> due) {
        return IntStream.range(0, due.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer at) -> due.get(at).position().approvedAt(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(at -> due.get(at).id()))
                .toList();
    }
}
