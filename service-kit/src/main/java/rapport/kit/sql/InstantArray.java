package rapport.kit.sql;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A {@code timestamptz[]}: microseconds since the year 2000, rounded as the driver rounds single ones. */
final class InstantArray extends BinaryArray<Instant> {
    private static final int TIMESTAMPTZ_TYPE = 1184;
    private static final Instant ZERO = Instant.parse("2000-01-01T00:00:00Z");
    private static final int HALF_A_MICROSECOND = 500;

    InstantArray(Instant[] instants) {
        super("_timestamptz", TIMESTAMPTZ_TYPE, Long.BYTES, instants);
    }

    @Override
    void put(ByteBuffer bytes, Instant instant) {
        bytes.putLong(
                ZERO.until(instant.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS), ChronoUnit.MICROS));
    }
}
