package rapport.followup.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import rapport.kit.sql.Sql;
import rapport.kit.upkeep.Chore;

/** What waits, as an operator sees it: counted now and then, the same on every replica. Labels are reasons, never people. */
@ApplicationScoped
class QueueFigures implements Chore {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private static final String FIGURES = """
            select count(*) filter (where send_at <= :now and state in ('SCHEDULED', 'HELD')) as due,
                   coalesce(extract(epoch from :now - min(send_at)
                       filter (where send_at <= :now and state in ('SCHEDULED', 'HELD'))), 0) as lag,
                   (select count(*) from delivery where state = 'UNCERTAIN') as uncertain,
                   (select count(*) from safe_mode where acknowledged_at is null) as safe_mode
            from   progress
            where  send_at is not null
            """.replace(":now", "?::timestamptz");

    private static final String HELD = """
            select   reason, count(*) as held
            from     progress
            where    send_at is not null and state = 'HELD'
            group by reason
            """;

    private final DataSource dataSource;
    private final Clock clock;
    private final MultiGauge held;
    private volatile Figures figures = new Figures(0, 0, 0, 0);
    private volatile Instant counted = Instant.EPOCH;

    private record Figures(long due, double lag, long uncertain, long safeMode) {}

    QueueFigures(DataSource dataSource, Clock clock, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.held = MultiGauge.builder("followup.held")
                .description("Messages that are held, by the reason")
                .register(registry);
        Gauge.builder("followup.due", this, each -> each.figures.due())
                .description("Messages whose time has come and that no dispatcher has looked at")
                .register(registry);
        Gauge.builder("followup.lag", this, each -> each.figures.lag())
                .description("How long the one that is due the longest has been due")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("followup.uncertain", this, each -> each.figures.uncertain())
                .description("Messages of which nobody knows whether they were delivered")
                .register(registry);
        Gauge.builder("followup.safe.mode", this, each -> each.figures.safeMode())
                .description("1 while nothing is sent because the database is older than the journal of what was sent")
                .register(registry);
    }

    @Override
    public int runOnce() throws SQLException {
        Instant now = clock.instant();
        if (now.isAfter(counted.plus(EVERY))) {
            counted = now;
            count(now);
        }
        return 0;
    }

    void count(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var all = connection.prepareStatement(FIGURES);
                var byReason = connection.prepareStatement(HELD)) {
            for (int at = 1; at <= 3; at++) {
                all.setObject(at, Sql.time(now));
            }
            try (ResultSet row = all.executeQuery()) {
                row.next();
                figures = new Figures(
                        row.getLong("due"), row.getDouble("lag"), row.getLong("uncertain"), row.getLong("safe_mode"));
            }
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            try (ResultSet row = byReason.executeQuery()) {
                while (row.next()) {
                    rows.add(MultiGauge.Row.of(Tags.of("reason", row.getString("reason")), row.getLong("held")));
                }
            }
            held.register(rows, true);
        }
    }
}
