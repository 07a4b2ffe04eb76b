package rapport.followup.dispatch;

import static rapport.followup.decision.Verdict.HOLD;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.StopKind;
import rapport.followup.decision.Allowance;
import rapport.followup.decision.Decision;
import rapport.followup.decision.DecisionEngine;
import rapport.followup.decision.Facts;
import rapport.followup.decision.FairQueue;
import rapport.followup.decision.Rules;
import rapport.followup.decision.SenderHistory;
import rapport.followup.window.Hours;
import rapport.followup.window.WorkingWindow;

/**
 * Thirty days of a small congress after its end, drawn from a seed: recipients in zones whose clocks change, senders, messages,
 * people who withdraw, opt out, answer or are erased, hours in which the mail server is down. Only time, rows and mail server
 * are imitated; who may write when is decided by the rules that the service uses. Every delivery is checked when it happens.
 */
final class Simulation {

    /** As configured, but what nothing is known about is asked about less often: it costs time and shows nothing. */
    private static final Rules RULES = new Rules(
            Duration.ofHours(8),
            Duration.ofDays(3),
            new Allowance(10, Duration.ofDays(1)),
            new Allowance(15, Duration.ofDays(90)),
            2,
            new Allowance(3, Duration.ofDays(365)));

    private static final int PER_MINUTE = 30;
    private static final int BATCH = 20;
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Antarctica/Troll",
            "America/Havana",
            "Asia/Beirut",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago");
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-02T09:00:00Z"),
            Instant.parse("2026-03-25T20:00:00Z"),
            Instant.parse("2026-09-28T03:00:00Z"),
            Instant.parse("2026-10-20T12:00:00Z"),
            Instant.parse("2026-12-20T12:00:00Z"));

    /** One recipient and what is true of that person at the moment. */
    private static final class Recipient {
        private final UUID id;
        private final int budget;
        private final WorkingWindow window;
        private boolean consents = true;
        private boolean erased;
        private boolean optedOut;
        private BoundaryMode mode = BoundaryMode.OPEN;

        Recipient(UUID id, int budget, WorkingWindow window) {
            this.id = id;
            this.budget = budget;
            this.window = window;
        }
    }

    /** One message and where it is. */
    private static final class Message {
        private final UUID id;
        private final String sender;
        private final Recipient to;
        private final Instant approvedAt;
        private String state = "SCHEDULED";
        private String reason;
        private Instant sendAt;
        private Instant notAfter;
        private Instant announced;
        private int attempts;

        Message(UUID id, String sender, Recipient to, Instant due) {
            this.id = id;
            this.sender = sender;
            this.to = to;
            this.approvedAt = due.minus(Duration.ofDays(1)).plusSeconds(id.getLeastSignificantBits());
            this.sendAt = due;
            this.notAfter = due.plus(Duration.ofDays(3));
        }

        boolean waits() {
            return sendAt != null;
        }
    }

    private record Sent(Message message, Instant at) {}

    private record Change(Instant at, Runnable what) {}

    private final Random random;
    private final boolean calm;
    private final Instant start;
    private final Instant end;
    private final Instant downFrom;
    private final Instant downUntil;
    private final DecisionEngine engine = new DecisionEngine(RULES);
    private final Pacer pacer = new Pacer(PER_MINUTE);
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Map<UUID, Instant>> answers = new HashMap<>();
    private final Map<String, SenderHistory> histories = new HashMap<>();
    private Instant now;

    /** @param calm nothing changes after the beginning: every date that was announced has to come true */
    Simulation(long seed, boolean calm) {
        this.random = new Random(seed);
        this.calm = calm;
        this.start = STARTS.get(random.nextInt(STARTS.size()));
        this.end = start.plus(Duration.ofDays(30));
        this.now = start;
        this.downFrom = start.plus(Duration.ofMinutes(random.nextInt(10 * 1440)));
        this.downUntil = downFrom.plus(Duration.ofHours(6));
        people();
        letters();
        if (!calm) {
            changes();
        }
    }

    int run() {
        while (now.isBefore(end)) {
            changes.stream().filter(each -> !each.at().isAfter(now)).toList().forEach(each -> {
                each.what().run();
                changes.remove(each);
            });
            while (round() > 0) {
                // Until nothing is due any more, or the pacer says enough.
            }
            now = next();
        }
        conserve();
        return sent.size();
    }

    private void people() {
        int people = 2 + random.nextInt(4);
        for (int i = 0; i < people; i++) {
            int from = random.nextInt(20) * 60 + 15;
            int to = (from + 240 + random.nextInt(12) * 60) % 1440;
            var days = random.nextBoolean()
                    ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                    : EnumSet.allOf(DayOfWeek.class);
            recipients.add(new Recipient(
                    new UUID(1, i),
                    1 + random.nextInt(5),
                    new WorkingWindow(
                            days,
                            new Hours(from, to == 0 ? 1440 : to),
                            ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))))));
        }
    }

    private void letters() {
        int senders = 3 + random.nextInt(10);
        for (int i = 0; i < 20 + random.nextInt(30); i++) {
            Recipient to = recipients.get(random.nextInt(recipients.size()));
            String sender = "sender-" + random.nextInt(senders);
            long before = messages.stream()
                    .filter(each -> each.sender.equals(sender) && each.to == to)
                    .count();
            // In calm months nobody runs into a limit that only an answer could lift.
            if (!calm || before < 2) {
                Instant due = calm ? start : start.plus(Duration.ofMinutes(random.nextInt(20 * 1440)));
                messages.add(new Message(new UUID(2, i), sender, to, due));
            }
        }
    }

    private void changes() {
        for (Recipient each : recipients) {
            switch (random.nextInt(7)) {
                case 0 -> later(() -> each.consents = false);
                case 1 -> later(() -> each.erased = true);
                case 2 -> later(() -> each.optedOut = true);
                case 3 -> later(() -> each.mode = BoundaryMode.CLOSED);
                default -> later(() -> answer(each));
            }
        }
        changes.sort(Comparator.comparing(Change::at));
    }

    private void later(Runnable what) {
        changes.add(new Change(start.plus(Duration.ofMinutes(random.nextInt(25 * 1440))), what));
    }

    private void answer(Recipient who) {
        sent.stream().filter(each -> each.message().to == who).findFirst().ifPresent(each -> {
            answers.computeIfAbsent(each.message().sender, name -> new HashMap<>())
                    .put(who.id, now);
            histories.remove(each.message().sender);
        });
    }

    private Instant next() {
        Instant due = messages.stream()
                .filter(Message::waits)
                .map(each -> each.sendAt)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(end);
        Instant change =
                changes.stream().map(Change::at).min(Comparator.naturalOrder()).orElse(end);
        boolean waitsForThePacer = messages.stream().anyMatch(each -> each.waits() && !each.sendAt.isAfter(now));
        Instant paced = waitsForThePacer ? now.plusSeconds(2) : end;
        return List.of(due, change, paced).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private int round() {
        int room = Math.min(BATCH, pacer.available(now));
        List<Message> batch = messages.stream()
                .filter(each -> each.waits() && !each.sendAt.isAfter(now))
                .sorted(Comparator.comparing((Message each) -> each.sendAt).thenComparing(each -> each.id))
                .limit(room)
                .toList();
        Map<Recipient, Map<UUID, Instant>> places = new HashMap<>();
        batch.forEach(each -> places.computeIfAbsent(each.to, to -> places(to, batch)));
        int claimed = 0;
        for (Message each : batch.stream()
                .sorted(Comparator.comparing(message -> message.approvedAt))
                .toList()) {
            Decision decision = engine.decide(facts(each, places.get(each.to).get(each.id)), now);
            claimed += decision.sends() ? 1 : 0;
            apply(each, decision);
        }
        pacer.spend(claimed);
        places.forEach((to, dealt) -> messages.stream()
                .filter(each -> each.to == to && each.state.equals("HELD") && each.announced != null)
                .filter(each -> !batch.contains(each) && dealt.containsKey(each.id))
                .forEach(each -> announce(each, dealt.get(each.id))));
        return batch.size();
    }

    private Map<UUID, Instant> places(Recipient to, List<Message> batch) {
        List<FairQueue.Waiting> waiting = new ArrayList<>();
        for (Message each : messages) {
            boolean due =
                    batch.contains(each) || each.state.equals("SCHEDULED") && each.waits() && !each.sendAt.isAfter(now);
            boolean held = each.state.equals("HELD") && each.announced != null;
            if (each.to == to && (due || held)) {
                Decision alone = engine.decide(facts(each, now), now);
                if (alone.waitsForItsTurn()) {
                    SenderHistory history = history(each.sender);
                    waiting.add(new FairQueue.Waiting(
                            each.id,
                            each.sender,
                            history.pair(to.id, null).unanswered().size(),
                            history.replies(to.id),
                            each.approvedAt,
                            alone.senderFreeAt(),
                            List.of(to.window)));
                }
            }
        }
        return FairQueue.places(Allowance.weekly(to.budget), spent(to), waiting, now);
    }

    private void apply(Message message, Decision decision) {
        message.notAfter = decision.notAfter();
        message.reason = decision.reason();
        if (decision.sends()) {
            deliver(message);
        } else if (decision.verdict() == HOLD) {
            message.state = "HELD";
            message.announced = decision.estimatedSendAt();
            message.sendAt = decision.nextCheckAt();
        } else {
            message.state = decision.verdict().name();
            message.sendAt = null;
        }
    }

    private void announce(Message message, Instant place) {
        message.announced = place;
        message.notAfter = engine.lastChance(timing(message), place);
        message.sendAt = DecisionEngine.noLaterThanStale(place, message.notAfter);
    }

    private void deliver(Message message) {
        if (!calm && !now.isBefore(downFrom) && now.isBefore(downUntil)) {
            message.attempts++;
            message.state = "SCHEDULED";
            message.announced = null;
            message.sendAt = now.plus(Duration.ofMinutes(1L << Math.min(message.attempts - 1, 6)));
            return;
        }
        check(message);
        message.state = "SENT";
        message.sendAt = null;
        sent.add(new Sent(message, now));
        histories.remove(message.sender);
    }

    private void check(Message message) {
        Recipient to = message.to;
        require(to.consents && !to.erased && !to.optedOut && to.mode == BoundaryMode.OPEN, message, "against a no");
        require(openOnTheWall(to.window), message, "in quiet hours");
        require(
                spent(to).stream()
                                .filter(at -> at.isAfter(now.minus(Allowance.WEEK)))
                                .count()
                        < to.budget,
                message,
                "over the recipient's budget");
        require(!now.isAfter(message.notAfter), message, "too late");
        Instant answered = answers.getOrDefault(message.sender, Map.of()).get(to.id);
        require(answered == null, message, "after an answer");
        long unanswered = sent.stream()
                .filter(each -> each.message().sender.equals(message.sender) && each.message().to == to)
                .count();
        require(unanswered < RULES.perEvent(), message, "a third time without an answer");
        require(sent.stream().noneMatch(each -> each.message() == message), message, "twice");
        long lastMinute = sent.stream()
                .filter(each -> each.at().isAfter(now.minusSeconds(60)))
                .count();
        require(lastMinute < PER_MINUTE + PER_MINUTE / 6, message, "in a burst");
        if (calm && message.announced != null) {
            require(
                    Duration.between(message.announced, now).abs().compareTo(Duration.ofMinutes(1)) <= 0,
                    message,
                    "not when it was announced: " + message.announced);
        }
    }

    /** All = sent + stopped + skipped + expired + waiting, and nobody waits for nothing. */
    private void conserve() {
        for (Message each : messages) {
            boolean over = List.of("SENT", "STOP", "SKIP", "EXPIRE").contains(each.state);
            require(over != each.waits(), each, "lost in " + each.state);
        }
    }

    private boolean openOnTheWall(WorkingWindow window) {
        var wall = now.atZone(window.zone()).toLocalDateTime();
        int length = Math.floorMod(window.hours().to() - window.hours().from() - 1, 1440) + 1;
        int since = Math.floorMod(
                wall.getHour() * 60 + wall.getMinute() - window.hours().from(), 1440);
        return since < length && window.days().contains(wall.minusMinutes(since).getDayOfWeek());
    }

    private void require(boolean kept, Message message, String what) {
        if (!kept) {
            throw new AssertionError(
                    now + ": message " + message.id.getLeastSignificantBits() + " of " + message.sender + " " + what);
        }
    }

    private List<Instant> spent(Recipient to) {
        return sent.stream()
                .filter(each -> each.message().to == to)
                .map(Sent::at)
                .toList();
    }

    private SenderHistory history(String sender) {
        return histories.computeIfAbsent(sender, this::collected);
    }

    private SenderHistory collected(String sender) {
        var history = new SenderHistory();
        sent.stream()
                .filter(each -> each.message().sender.equals(sender))
                .forEach(each -> history.add(new SenderHistory.Sent(each.message().to.id, null, each.at())));
        answers.getOrDefault(sender, Map.of()).forEach(history::answered);
        return history;
    }

    private Facts.Timing timing(Message message) {
        boolean answered = answers.getOrDefault(message.sender, Map.of()).containsKey(message.to.id);
        return new Facts.Timing(
                message.notAfter,
                start.plus(Duration.ofDays(90)),
                message.state.equals("HELD") && DecisionEngine.waitsForBudget(message.reason),
                answered ? StopKind.REPLY : null);
    }

    private Facts facts(Message message, Instant placeAt) {
        Recipient to = message.to;
        SenderHistory history = history(message.sender);
        return new Facts(
                new Facts.Contact(Facts.ContactState.ACTIVE, false, to.consents, false),
                new Facts.Recipient(true, to.erased, true, to.optedOut, to.mode, false, Facts.Wishes.NONE),
                new Facts.Occasion(Facts.EventState.ON, false, null),
                timing(message),
                new Facts.Budget(placeAt, history.sender(to.id), history.pair(to.id, null)),
                List.of(to.window),
                List.of());
    }
}
