package rapport.kit.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Invalid;

/**
 * Wall-clock time in an IANA zone. Schedules are kept as what people see on the wall; the instant follows from the zone's
 * rules and is computed here only.
 */
public final class WallTime {
    private static final Set<String> IANA = Set.copyOf(ZoneId.getAvailableZoneIds());

    private WallTime() {}

    /**
     * The instant at which clocks in {@code zone} show {@code local}. A time that clocks skip (a gap) becomes the first valid
     * one after the gap; a time they show twice (an overlap) is the earlier of the two.
     */
    public static Instant resolve(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition == null) {
            return local.toInstant(zone.getRules().getOffset(local));
        }
        if (transition.isGap()) {
            return transition.getInstant();
        }
        return local.toInstant(transition.getOffsetBefore());
    }

    /**
     * The zone with this IANA name. Offsets ({@code "+02:00"}), abbreviations and JDK inventions ({@code "SystemV/EST5"})
     * are refused.
     *
     * @throws Invalid with pointer {@code /zone}
     */
    public static ZoneId zone(String iana) {
        return zone(iana, "/zone");
    }

    /** As {@link #zone(String)}, for a name that stands at {@code pointer} of the request. */
    public static ZoneId zone(String iana, String pointer) {
        if (!isZone(iana)) {
            throw Invalid.of(
                    pointer,
                    "unknown-zone",
                    "'" + DomainException.excerpt(iana) + "' is not a time zone of the IANA database.");
        }
        return ZoneId.of(iana);
    }

    /** Whether this is the name of an IANA zone such as {@code Europe/Berlin} or {@code UTC}; false for null. */
    public static boolean isZone(String name) {
        return name != null
                && IANA.contains(name)
                && !name.startsWith("SystemV/")
                && (name.indexOf('/') > 0 || name.equals(ZoneOffset.UTC.getId()) || name.equals("UTC"));
    }
}
