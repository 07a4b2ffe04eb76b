package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.followup.decision.BudgetConfig;
import rapport.followup.preparation.Missing;

/**
 * How often one person may be written to without an answer, asked when a follow-up is planned: what was sent, what is approved
 * already, and what this follow-up would add. The gate of the budgets asks again when each message is sent.
 */
@ApplicationScoped
class PairLimits {

    private static final Duration YEAR = Duration.ofDays(365);

    // What was sent before the person was last heard of is answered and does not count any more.
    private static final String SAID = """
            with heard as (
                select coalesce(max(s.at), '-infinity') as at
                from   stop_signal s
                where  s.owner = ? and s.kind in ('REPLY', 'INTERACTION') and (s.contact_id = ? or s.person_id = ?)
            ), said as (
                select f.event_id
                from   heard, follow_up f
                join   delivery d on d.follow_up_id = f.id
                where  f.owner = ? and f.contact_id = ? and d.state in ('SENDING', 'SENT', 'UNCERTAIN')
                and    d.claimed_at > ? and d.claimed_at > heard.at
                union  all
                select f.event_id
                from   follow_up f
                join   progress p on p.follow_up_id = f.id and p.state in ('SCHEDULED', 'HELD')
                join   step current on current.id = p.step_id
                join   step s on s.follow_up_id = f.id and s.position >= current.position
                where  f.owner = ? and f.contact_id = ? and f.id <> ? and f.channel <> 'MANUAL'
                and    s.approved_at is not null
            )
            select count(*) filter (where event_id is not distinct from ?) as for_event, count(*) as for_year from said
            """;

    private final DataSource dataSource;
    private final BudgetConfig config;
    private final Clock clock;

    PairLimits(DataSource dataSource, BudgetConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /** The limits that would be broken if all its steps that are left were sent. */
    List<Missing> exceeded(FollowUp followUp, UUID person) {
        int left = followUp.unsent().size();
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SAID)) {
            var asked = followUp.asked();
            OffsetDateTime yearAgo = clock.instant().minus(YEAR).atOffset(ZoneOffset.UTC);
            Object[] values = {
                asked.owner(),
                asked.contactId(),
                person,
                asked.owner(),
                asked.contactId(),
                yearAgo,
                asked.owner(),
                asked.contactId(),
                followUp.id(),
                asked.eventId()
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return exceeded(row.getInt("for_event") + left, row.getInt("for_year") + left);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what was said before could not be counted", e);
        }
    }

    private List<Missing> exceeded(int forEvent, int forYear) {
        List<Missing> found = new ArrayList<>();
        if (forEvent > config.perContactAndEvent()) {
            found.add(new Missing(
                    "/steps",
                    "too-many-for-event",
                    "Without an answer a person gets at most " + config.perContactAndEvent()
                            + " messages about one event."));
        }
        if (forYear > config.perContactAndYear()) {
            found.add(new Missing(
                    "/steps",
                    "too-many-for-year",
                    "Without an answer a person gets at most " + config.perContactAndYear() + " messages a year."));
        }
        return found;
    }
}
