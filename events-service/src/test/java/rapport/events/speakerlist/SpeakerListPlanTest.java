package rapport.events.speakerlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.events.FrontDoor;
import rapport.events.export.Lists;
import rapport.events.speakerlist.SpeakerRows.Filter;
import rapport.events.speakerlist.SpeakerRows.RowKind;
import rapport.kit.testing.RealParts;

/**
 * What the database does for a list grows with the list and not with its square, whatever the planner believes about the tables.
 * Right after a large import it believes that the event has one speaker.
 */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class SpeakerListPlanTest extends FrontDoor {
    private static final int SPEAKERS = 2000;
    /** Rows that one step of the plan may look at for each row of the list. */
    private static final long PER_ROW = 4;

    private static final Filter EVERYBODY =
            new Filter(Filter.Status.ACTIVE, null, null, null, null, null, null, null, null);
    private static final Filter ONE_TRACK =
            new Filter(Filter.Status.ACTIVE, "Track", null, null, null, null, null, null, null);

    /** When statistics were gathered the last time. */
    enum Statistics {
        NEVER,
        BEFORE_THE_IMPORT,
        AFTER_THE_IMPORT
    }

    @ParameterizedTest
    @EnumSource
    void noStepOfThePlanComparesEverySpeakerWithEverySession(Statistics gathered) throws SQLException {
        String id = event();
        if (gathered == Statistics.BEFORE_THE_IMPORT) {
            speakers(event());
            update("analyze speaker, session, session_speaker");
        }
        speakers(id);
        if (gathered == Statistics.NEVER) {
            forgetStatistics();
        }
        if (gathered == Statistics.AFTER_THE_IMPORT) {
            update("analyze speaker, session, session_speaker");
        }

        for (RowKind kind : RowKind.values()) {
            for (Filter filter : new Filter[] {EVERYBODY, ONE_TRACK}) {
                var rows = new SpeakerRows(UUID.fromString(id), kind, filter, "Europe/Berlin", Lists.BARS, true, null);

                JsonNode plan = plan(rows.selection(rows.columns()).query());

                assertThat(plan.path("Actual Rows").asLong()).isEqualTo(SPEAKERS);
                eachStep(plan, step -> assertThat(looked(step))
                        .as("%s, %s of %s", step.path("Node Type").asText(), kind, plan.toPrettyString())
                        .isLessThanOrEqualTo(PER_ROW * SPEAKERS));
            }
        }
    }

    private static long looked(JsonNode step) {
        double each = step.path("Actual Rows").asDouble();
        for (String dropped :
                new String[] {"Rows Removed by Filter", "Rows Removed by Join Filter", "Rows Removed by Index Recheck"
                }) {
            each += step.path(dropped).asDouble();
        }
        return Math.round(each * step.path("Actual Loops").asLong());
    }

    private static void eachStep(JsonNode plan, Consumer<JsonNode> look) {
        look.accept(plan);
        plan.path("Plans").forEach(step -> eachStep(step, look));
    }

    private JsonNode plan(String query) {
        String explained = text("explain (analyze, timing off, format json) " + query);
        return json(explained).get(0).path("Plan");
    }

    /** As tables are that were filled a moment ago. */
    private void forgetStatistics() {
        for (String table : new String[] {"speaker", "session", "session_speaker"}) {
            text("select pg_clear_relation_stats(current_schema()::text, ?)::text", table);
            text("""
                    select count(pg_clear_attribute_stats(current_schema()::text, ?, attname::text, false))
                    from   pg_attribute
                    where  attrelid = ?::regclass and attnum > 0 and not attisdropped
                    """, table, table);
        }
    }

    /** Each in one of a thousand sessions. Straight into the tables: what is looked at is what the planner does with them. */
    private void speakers(String event) {
        UUID id = UUID.fromString(event);
        update("""
                insert into session (id, version, event_id, title, track, starts_at, ends_at, start_instant, end_instant, tags,
                                     status, created_at, updated_at)
                select md5('s' || n || ?)::uuid, 1, ?, 'Session', 'Track', timestamp '2024-12-27 09:00',
                       timestamp '2024-12-27 09:30', timestamptz '2024-12-27 08:00Z', timestamptz '2024-12-27 08:30Z', '{}',
                       'ACTIVE', now(), now()
                from   generate_series(0, 999) as n
                """, event, id);
        update("""
                with people as (
                  insert into person (id, version, display_name, created_at, updated_at)
                  select uuidv7(), 1, 'Speaker', now(), now()
                  from   generate_series(1, ?)
                  returning id
                ), speakers as (
                  insert into speaker (id, version, event_id, person_id, display_name, interests, contact_mode, email_shared,
                                       status, created_at, updated_at)
                  select uuidv7(), 1, ?, id, 'Speaker', '{}', 'OPEN', false, 'ACTIVE', now(), now()
                  from   people
                  returning id
                )
                insert into session_speaker (session_id, speaker_id, role, position)
                select md5('s' || row_number() over () % 1000 || ?)::uuid, id, 'SPEAKER', row_number() over ()
                from   speakers
                """, SPEAKERS, id, event);
    }
}
