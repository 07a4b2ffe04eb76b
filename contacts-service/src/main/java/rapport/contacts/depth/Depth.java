package rapport.contacts.depth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import rapport.contacts.contact.Band;
import rapport.contacts.interaction.Direction;

/**
 * How deep a relationship is at a moment, and why. What they did counts for half after 90 days; what both took part in counts eight times
 * as much as what came from one side; promises that the owner kept or broke move it by a quarter at most. Without a sign of the other side
 * within 60 days no relationship is ACTIVE, however much the owner writes.
 *
 * <p>Whoever changes a number raises {@link #FORMULA}; the sweep then computes every contact anew.
 */
record Depth(Band band, Instant lastInTouch, List<String> because) {
    static final int FORMULA = 1;

    private static final double HALF_LIFE_DAYS = 90;
    private static final double BOTH_SIDES = 2;
    private static final double ONE_SIDE = 0.25;
    private static final double ACTIVE_FROM = 6;
    private static final double WARM_FROM = 2.5;
    private static final long NEW_DAYS = 30;
    private static final long ACTIVE_DAYS = 60;
    private static final long WARM_DAYS = 90;
    private static final long DORMANT_DAYS = 180;

    static Depth of(Bond bond, Instant now) {
        List<Touch> touches = bond.touches();
        if (touches.isEmpty()) {
            return untouched(bond, now);
        }
        Touch last = touches.getLast();
        var because = new ArrayList<String>();
        because.add("You were last in touch " + ago(days(last.at(), now)) + ".");
        boolean single = touches.size() == 1;
        because.add(sides(touches, single));
        if (bond.kept() + bond.broken() > 0) {
            because.add("You kept " + bond.kept() + " of " + (bond.kept() + bond.broken()) + " promises.");
        }
        return new Depth(band(bond, single, now), last.at(), List.copyOf(because));
    }

    private static Depth untouched(Bond bond, Instant now) {
        long age = days(bond.since(), now);
        Band band = age > DORMANT_DAYS ? Band.DORMANT : age > NEW_DAYS ? Band.COOLING : Band.NEW;
        return new Depth(band, null, List.of("You have not been in touch; the contact is from " + ago(age) + "."));
    }

    private static Band band(Bond bond, boolean single, Instant now) {
        List<Touch> touches = bond.touches();
        long sinceLast = days(touches.getLast().at(), now);
        if (sinceLast > DORMANT_DAYS) {
            return Band.DORMANT;
        }
        if (single && sinceLast <= NEW_DAYS) {
            return Band.NEW;
        }
        double warmth = warmth(bond, now);
        boolean theyTookPart = touches.stream().anyMatch(t -> t.tookPart() && days(t.at(), now) <= ACTIVE_DAYS);
        if (!single && theyTookPart && warmth >= ACTIVE_FROM) {
            return Band.ACTIVE;
        }
        return sinceLast <= WARM_DAYS && warmth >= WARM_FROM ? Band.WARM : Band.COOLING;
    }

    /** Never shown and never compared between people: only the bands leave this class. */
    static double warmth(Bond bond, Instant now) {
        double outbound = 0;
        double inbound = 0;
        for (Touch touch : bond.touches()) {
            double left = touch.tenths() / 10.0 * Math.pow(0.5, days(touch.at(), now) / HALF_LIFE_DAYS);
            outbound += touch.direction() == Direction.INBOUND ? 0 : left;
            inbound += touch.direction() == Direction.OUTBOUND ? 0 : left;
        }
        double both = Math.min(outbound, inbound);
        double one = Math.max(outbound, inbound) - both;
        return (BOTH_SIDES * both + ONE_SIDE * one) * reliability(bond);
    }

    /** 1 without any promise, 0.75 to 1.25 the more there are. */
    private static double reliability(Bond bond) {
        return 0.75 + 0.5 * (bond.kept() + 1) / (bond.kept() + bond.broken() + 2);
    }

    private static String sides(List<Touch> touches, boolean single) {
        if (single) {
            return "It was the only time so far.";
        }
        long theirs = touches.stream().skip(1).filter(Touch::tookPart).count();
        if (theirs == 0) {
            return "Since the first time only you have been in touch.";
        }
        return theirs == touches.size() - 1 ? "They took part every time." : "Both of you have been in touch.";
    }

    private static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }

    private static String ago(long days) {
        return switch ((int) Math.min(days, 2)) {
            case 0 -> "today";
            case 1 -> "yesterday";
            default -> days + " days ago";
        };
    }
}
