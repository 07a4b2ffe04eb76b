package rapport.events.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;
import rapport.kit.time.WallTime;

/**
 * Wall times in a zone. The wall times are what was agreed on, so they stay when the zone changes; the instants follow from
 * them.
 */
public record Period(LocalDateTime startsAt, LocalDateTime endsAt, ZoneId zone) {

    /**
     * @throws Invalid for years outside of 2000 to 2100
     * @throws PeriodRefused when the end is not after the start, as wall time or as instant
     */
    public Period {
        var faults = new ArrayList<Fault>();
        check(faults, "/startsAt", startsAt);
        check(faults, "/endsAt", endsAt);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        if (!startsAt.isBefore(endsAt) || !WallTime.resolve(startsAt, zone).isBefore(WallTime.resolve(endsAt, zone))) {
            throw PeriodRefused.endsBeforeStart();
        }
    }

    public Instant startInstant() {
        return WallTime.resolve(startsAt, zone);
    }

    public Instant endInstant() {
        return WallTime.resolve(endsAt, zone);
    }

    public boolean contains(Period other) {
        return !other.startsAt.isBefore(startsAt) && !other.endsAt.isAfter(endsAt);
    }

    public Period inZone(ZoneId other) {
        return new Period(startsAt, endsAt, other);
    }

    private static void check(ArrayList<Fault> faults, String pointer, LocalDateTime time) {
        if (time.getYear() < 2000 || time.getYear() > 2100) {
            faults.add(new Fault(pointer, "out-of-range", "The year has to be from 2000 to 2100."));
        }
    }
}
