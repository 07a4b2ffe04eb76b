package rapport.system.bench;

import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import rapport.stack.Stack;
import rapport.system.Crowd;

/** J6: scans at half of what the machine takes, and how long it is until followup-service knows the contact. */
final class PropagationJob {
    private static final int OWNERS = 64;
    /** Every how manieth scan of an owner is watched. */
    private static final int SAMPLE = 40;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String KNOWN = """
            select count(*) from unnest(?::uuid[]) as scanned (id) join contact on contact.contact_id = scanned.id
            """;

    private final Stack stack;
    private final Connection followUp;
    private final Scans scans;
    private final List<String> badges;
    private final PrintStream out;
    private int rounds;

    PropagationJob(Stack stack, Connection followUp, Crowd crowd, PrintStream out) {
        this.stack = stack;
        this.followUp = followUp;
        this.scans = new Scans(crowd);
        this.badges = crowd.badgeTokens();
        this.out = out;
    }

    /** Scans per second that are acknowledged and known to followup-service, as fast as it goes. */
    double top(int perOwner) throws Exception {
        long from = System.nanoTime();
        awaitKnown(load().post(bodies(perOwner), Double.POSITIVE_INFINITY, (token, contact, nth) -> {}));
        double perSecond = perOwner * OWNERS * 1e9 / (System.nanoTime() - from);
        out.printf(Locale.ROOT, "%-8s %7.0f scans/s until all are known%n", "top", perSecond);
        return perSecond;
    }

    /** What the watched ones' owners saw; nothing was lost. */
    Sightings.Seen seen(int round, double perSecond, Duration length) throws Exception {
        int perOwner = (int) Math.min(badges.size(), perSecond * length.toSeconds() / OWNERS);
        var sightings = new Sightings(URI.create(stack.service("followup").url() + "/followups"));
        List<UUID> contacts = load().post(bodies(perOwner), perSecond, (token, contact, nth) -> {
            if ((nth + token.hashCode()) % SAMPLE == 0) {
                sightings.watch(token, contact);
            }
        });
        Sightings.Seen seen = sightings.await();
        awaitKnown(contacts);
        out.printf(
                Locale.ROOT,
                "%-8s %7.0f scans/s  %s%n",
                round < 0 ? "warm-up" : "round " + (round + 1),
                perSecond,
                seen);
        return seen;
    }

    private PacedScans load() {
        String round = "propagation-" + rounds++;
        return new PacedScans(
                URI.create(stack.service("contacts").url() + "/scans"),
                IntStream.range(0, OWNERS)
                        .mapToObj(owner -> token(round + "-" + owner))
                        .toList());
    }

    private String token(String owner) {
        return stack.issuer()
                .token(Map.of(
                        "sub",
                        owner,
                        "email",
                        owner + "@example.org",
                        "email_verified",
                        true,
                        "groups",
                        List.of("attendee")));
    }

    private List<byte[]> bodies(int perOwner) {
        return badges.subList(0, perOwner).stream().map(scans::single).toList();
    }

    /** Every acknowledged scan's contact, sooner or later. */
    private void awaitKnown(List<UUID> contacts) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var statement = followUp.prepareStatement(KNOWN)) {
            statement.setArray(1, followUp.createArrayOf("uuid", contacts.toArray()));
            while (true) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == contacts.size()) {
                        return;
                    }
                    if (System.nanoTime() > end) {
                        throw new IllegalStateException(contacts.size() + " scans were acknowledged, " + row.getLong(1)
                                + " contacts are known");
                    }
                }
                Thread.sleep(100);
            }
        }
    }
}
