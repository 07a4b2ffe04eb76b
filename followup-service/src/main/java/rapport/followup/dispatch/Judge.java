package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.circumstances.CircumstancesReader;
import rapport.followup.decision.Decision;
import rapport.followup.decision.DecisionEngine;
import rapport.followup.decision.Facts;
import rapport.followup.decision.Rules;
import rapport.followup.decision.Verdict;
import rapport.followup.followup.FollowUpConfig;

/** Asks the gates about a locked batch, in the fair order, against facts that cannot change until the commit. */
@ApplicationScoped
class Judge {

    private static final String PEOPLE = """
            select person_id from contact where contact_id = any(?) and person_id is not null
            """;

    private final CircumstancesReader reader;
    private final Recipients recipients;
    private final Assembly assembly;
    private final DecisionEngine engine;

    Judge(CircumstancesReader reader, Recipients recipients, Assembly assembly, FollowUpConfig config) {
        this.reader = reader;
        this.recipients = recipients;
        this.assembly = assembly;
        this.engine = new DecisionEngine(new Rules(config.recheck()));
    }

    List<Judged> judge(Connection connection, List<Due> due, Clock clock) throws SQLException {
        TreeSet<UUID> people = people(connection, due);
        recipients.lock(connection, people);
        // Read and timed after the locks: a boundary or a delivery that was committed before them is seen.
        Instant now = clock.instant();
        List<Circumstances> circumstances =
                reader.read(connection, due.stream().map(Due::asked).toList());
        Map<UUID, Recipients.Usage> usage =
                recipients.usage(connection, people, due.stream().map(Due::id).toList(), now);
        List<Judged> judged = new ArrayList<>(due.size());
        for (int at : FairOrder.of(waiting(due, circumstances))) {
            UUID person = circumstances.get(at).person().id();
            // Somebody the contact points to only since the locks were taken: nothing is known, so nothing is sent.
            Recipients.Usage known = usage.getOrDefault(person, new Recipients.Usage());
            boolean locked = person == null || usage.containsKey(person);
            judged.add(judge(due.get(at), circumstances.get(at), known, locked, now));
        }
        return judged;
    }

    private Judged judge(Due due, Circumstances circumstances, Recipients.Usage usage, boolean locked, Instant now) {
        Facts facts = assembly.facts(due, circumstances, usage);
        Decision decision = engine.decide(facts, now);
        if (decision.sends() && !locked) {
            decision = new Decision(Verdict.HOLD, "contact-changed", decision.gates(), now, null);
        }
        if (decision.sends()) {
            usage.spend(now);
        } else if ("budget-exhausted".equals(decision.reason())) {
            usage.queue();
        }
        return new Judged(due, circumstances, decision, facts.timing().notAfter());
    }

    private static List<FairOrder.Waiting> waiting(List<Due> due, List<Circumstances> circumstances) {
        List<FairOrder.Waiting> waiting = new ArrayList<>(due.size());
        for (int at = 0; at < due.size(); at++) {
            Due each = due.get(at);
            waiting.add(new FairOrder.Waiting(
                    each.id(),
                    circumstances.get(at).person().id(),
                    each.asked().owner(),
                    each.position().approvedAt()));
        }
        return waiting;
    }

    private static TreeSet<UUID> people(Connection connection, List<Due> due) throws SQLException {
        TreeSet<UUID> people = new TreeSet<>();
        try (var statement = connection.prepareStatement(PEOPLE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            due.stream().map(each -> each.asked().contactId()).toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    people.add(row.getObject(1, UUID.class));
                }
            }
        }
        return people;
    }
}
