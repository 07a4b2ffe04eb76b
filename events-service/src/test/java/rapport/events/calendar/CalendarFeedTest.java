package rapport.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

/** The feed as another library reads and judges it. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class CalendarFeedTest extends FrontDoor {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Etc/UTC"})
    void theFeedIsValidAndItsTimesAreThoseOfTheProgramme(String zone) throws Exception {
        String id = publishedEvent("{\"zone\":\"%s\"}".formatted(zone));
        String session = session(id, "Opening; a, b\nBEGIN:VEVENT 👩🏽‍⚕️", "2024-12-27T10:00:00");

        Calendar feed = feed(id);

        assertThat(feed.validate().getEntries()).isEmpty();
        VEvent found = events(feed).get(session);
        assertThat(text(found, Property.SUMMARY)).isEqualTo("Opening; a, b\nBEGIN:VEVENT 👩🏽‍⚕️");
        DtStart<?> start = found.getRequiredProperty(Property.DTSTART);
        assertThat(Instant.from(start.getDate()))
                .isEqualTo(Instant.parse(ok(200, as("olga").get("/events/" + id + "/sessions/" + session))
                        .path("startInstant")
                        .asText()));
    }

    @Test
    void anEditKeepsEveryUidAndCountsWhatHasChanged() throws Exception {
        String id = publishedEvent("{}");
        String edited = session(id, "Opening", "2024-12-27T10:00:00");
        String other = session(id, "Closing", "2024-12-28T10:00:00");
        Map<String, VEvent> before = events(feed(id));

        ok(200, patch(as("olga"), "/events/" + id + "/sessions/" + edited, "*", """
                {"title": "Opening, later", "startsAt": "2024-12-27T11:00:00", "endsAt": "2024-12-27T12:00:00"}"""));

        Calendar feed = feed(id);
        assertThat(feed.validate().getEntries()).isEmpty();
        Map<String, VEvent> after = events(feed);
        assertThat(after.keySet())
                .isEqualTo(before.keySet())
                .contains(edited, other)
                .hasSize(3);
        assertThat(text(after.get(edited), Property.SUMMARY)).isEqualTo("Opening, later");
        assertThat(sequence(after.get(edited))).isGreaterThan(sequence(before.get(edited)));
        assertThat(sequence(after.get(other))).isEqualTo(sequence(before.get(other)));
    }

    private String session(String event, String title, String startsAt) {
        var body = JSON.createObjectNode()
                .put("title", title)
                .put("startsAt", startsAt)
                .put("endsAt", startsAt.replace(":00:00", ":45:00"));
        return id(ok(201, as("olga").post("/events/" + event + "/sessions", body.toString())));
    }

    private Calendar feed(String event) throws IOException, ParserException {
        String answer =
                asNobody().get("/public/events/" + event + "/calendar.ics").body();
        return new CalendarBuilder().build(new StringReader(answer));
    }

    /** By the id that the UID begins with. */
    private static Map<String, VEvent> events(Calendar feed) {
        var events = new LinkedHashMap<String, VEvent>();
        List<VEvent> found = feed.getComponents(Component.VEVENT);
        found.forEach(event -> events.put(text(event, Property.UID).replaceAll("@.*", ""), event));
        return events;
    }

    private static String text(VEvent event, String property) {
        Property found = event.getRequiredProperty(property);
        return found.getValue();
    }

    private static int sequence(VEvent event) {
        Sequence sequence = event.getRequiredProperty(Property.SEQUENCE);
        return sequence.getSequenceNo();
    }
}
