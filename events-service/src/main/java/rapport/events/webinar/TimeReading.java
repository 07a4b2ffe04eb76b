package rapport.events.webinar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.kit.time.WallTime;

/** How the times of one file are to be understood: in which zone, and with the day or the month first. */
record TimeReading(ZoneId zone, DateOrder order) {
    private static final Duration NEAR = Duration.ofHours(36);

    /** @throws ReportRefused when neither the file nor the caller says what is needed to understand its times */
    static TimeReading of(List<ReportTable> tables, ReadOptions options) {
        List<WrittenTime> all = tables.stream()
                .flatMap(table -> table.rows().stream()
                        .flatMap(row -> Stream.of(Column.JOINED, Column.LEFT, Column.TIMESTAMP)
                                .map(column -> table.get(row, column))))
                .filter(Objects::nonNull)
                .map(WrittenTime::read)
                .flatMap(Optional::stream)
                .toList();
        if (options.zone() == null && all.stream().anyMatch(time -> time.offset() == null)) {
            throw new ReportRefused.ZoneMissing();
        }
        return new TimeReading(options.zone(), options.dateOrder() == null ? order(all, options) : options.dateOrder());
    }

    /** The instants that a written time may mean: none when it is not readable, two in an hour that clocks show twice. */
    List<Instant> read(String text) {
        Optional<WrittenTime> written = WrittenTime.read(text);
        if (written.isEmpty() || written.get().local(order) == null) {
            return List.of();
        }
        LocalDateTime local = written.get().local(order);
        if (written.get().offset() != null) {
            return List.of(local.toInstant(written.get().offset()));
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.size() < 2
                ? List.of(WallTime.resolve(local, zone))
                : offsets.stream().map(local::toInstant).sorted().toList();
    }

    private static DateOrder order(List<WrittenTime> all, ReadOptions options) {
        boolean monthImpossible = all.stream().anyMatch(time -> time.date().monthFirst() == null);
        boolean dayImpossible = all.stream().anyMatch(time -> time.date().dayFirst() == null);
        if (monthImpossible || dayImpossible) {
            return monthImpossible ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
        if (all.stream().noneMatch(time -> time.date().isAmbiguous())) {
            return DateOrder.DAY_FIRST;
        }
        boolean day = anyNear(all, DateOrder.DAY_FIRST, options);
        boolean month = anyNear(all, DateOrder.MONTH_FIRST, options);
        if (day == month) {
            throw new ReportRefused.DateOrderMissing();
        }
        return day ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    private static boolean anyNear(List<WrittenTime> all, DateOrder order, ReadOptions options) {
        return all.stream()
                .map(time -> time.local(order).toInstant(ZoneOffset.UTC))
                .anyMatch(time -> time.isAfter(options.start().minus(NEAR))
                        && time.isBefore(options.end().plus(NEAR)));
    }
}
