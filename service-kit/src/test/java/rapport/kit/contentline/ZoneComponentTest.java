package rapport.kit.contentline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneComponentTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Instant FROM = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2030-05-01T00:00:00Z");

    private record Observance(Instant begins, ZoneOffset offset) {}

    @Property
    void whoReadsTheComponentSeesTheOffsetOfTheZoneAtEveryInstantOfItsYears(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant instant) {
        assertThat(offsetAt(read(zone), instant)).isEqualTo(zone.getRules().getOffset(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Pacific/Kiritimati",
                "Pacific/Pago_Pago",
                "Asia/Kathmandu"
            })
    void everyHourAroundEveryChangeIsRight(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Observance> observances = read(zone);
        for (Instant at = FROM; at.isBefore(TO); at = at.plusSeconds(1800)) {
            assertThat(offsetAt(observances, at))
                    .as(name + " " + at)
                    .isEqualTo(zone.getRules().getOffset(at));
        }
    }

    @Test
    void lordHoweMovesItsClocksByHalfAnHour() {
        var lines = new ContentLines();
        ZoneComponent.write(lines, ZoneId.of("Australia/Lord_Howe"), FROM, FROM);

        assertThat(lines.toString())
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:20241006T020000\r\nTZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100\r\n");
    }

    @Test
    void utcNeedsNoComponent() {
        var lines = new ContentLines();
        ZoneComponent.write(lines, ZoneId.of("UTC"), FROM, TO);

        assertThat(lines.toString()).isEmpty();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream()
                        .filter(rapport.kit.time.WallTime::isZone)
                        .sorted()
                        .toList())
                .map(ZoneId::of)
                .filter(zone -> !ZoneComponent.isUtc(zone));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(FROM.getEpochSecond(), TO.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    /** As a calendar program does: the observance that began last holds. */
    private static ZoneOffset offsetAt(List<Observance> observances, Instant instant) {
        Observance current = observances.getFirst();
        for (Observance observance : observances) {
            if (!observance.begins().isAfter(instant)) {
                current = observance;
            }
        }
        return current.offset();
    }

    private static List<Observance> read(ZoneId zone) {
        var lines = new ContentLines();
        ZoneComponent.write(lines, zone, FROM, TO);
        var observances = new ArrayList<Observance>();
        LocalDateTime onset = null;
        ZoneOffset before = null;
        for (String line : lines.toString().split("\r\n")) {
            if (line.startsWith("DTSTART:")) {
                onset = LocalDateTime.parse(line.substring(8), LOCAL);
            } else if (line.startsWith("TZOFFSETFROM:")) {
                before = ZoneOffset.of(line.substring(13));
            } else if (line.startsWith("TZOFFSETTO:")) {
                observances.add(new Observance(onset.toInstant(before), ZoneOffset.of(line.substring(11))));
            }
        }
        return observances;
    }
}
