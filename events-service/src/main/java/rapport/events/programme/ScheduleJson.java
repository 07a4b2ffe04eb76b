package rapport.events.programme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import rapport.kit.json.StrictJson;
import rapport.kit.problem.Invalid;

/**
 * Reads the schedule JSON of the conference world (frab, pretalx, c3voc) as a stream, a session at a time. It is the XML with
 * {@code daysCount}, {@code do_not_record} and {@code recording_license} for {@code days} and {@code recording}, rooms by name.
 */
final class ScheduleJson {
    /** Reads a value and leaves what follows it to the next step. */
    private static final ObjectReader JSON =
            StrictJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser json;
    private final RawSchedule schedule = new RawSchedule();
    private boolean found;

    private ScheduleJson(JsonParser json) {
        this.json = json;
    }

    /** @param zone the event's zone: the wall times of the result are in it */
    static Programme read(byte[] file, ZoneId zone) {
        try (JsonParser json = JSON.getFactory().createParser(file)) {
            return new ScheduleJson(json).schedule().programme(zone);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw Invalid.of("", "malformed-json", "The file is not valid JSON (line " + line + ").");
        } catch (IOException e) {
            throw new UncheckedIOException("an array is read without input", e);
        }
    }

    private RawSchedule schedule() throws IOException {
        if (json.nextToken() == JsonToken.START_OBJECT) {
            members(this::head);
        }
        if (!found) {
            throw Invalid.of("", "not-a-schedule", "The document is not a schedule.");
        }
        if (json.nextToken() != null) {
            throw Invalid.of("", "trailing-content", "Something follows after the JSON value.");
        }
        return schedule;
    }

    /** The root, the schedule and the conference: files differ in which of them holds what. */
    private void head(String name) throws IOException {
        boolean object = json.currentToken() == JsonToken.START_OBJECT;
        switch (name) {
            case "schedule", "conference" -> {
                found |= object;
                if (object) {
                    members(this::head);
                } else {
                    json.skipChildren();
                }
            }
            case "time_zone_name" -> schedule.zone(scalar());
            case "day_change" -> schedule.dayChange(scalar());
            case "days" -> elements(this::day);
            default -> json.skipChildren();
        }
    }

    private void day() throws IOException {
        var day = new RawTalk.Day(null);
        members(name -> {
            switch (name) {
                case "date" -> day.date = scalar();
                case "rooms" -> rooms(day);
                default -> json.skipChildren();
            }
        });
    }

    private void rooms(RawTalk.Day day) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            members(room -> elements(() -> talk(day, room)));
        } else {
            elements(() -> {
                JsonNode room = JSON.readTree(json);
                for (String list : new String[] {"events", "talks"}) {
                    room.path(list).forEach(talk -> add(talk, day, TalkJson.text(room.path("name"))));
                }
            });
        }
    }

    private void talk(RawTalk.Day day, String room) throws IOException {
        add(JSON.readTree(json), day, room);
    }

    private void add(JsonNode talk, RawTalk.Day day, String room) {
        if (talk.isObject()) {
            schedule.add(TalkJson.talk(talk, day, room));
        }
    }

    private String scalar() throws IOException {
        String text = json.currentToken().isScalarValue() ? json.getValueAsString() : null;
        json.skipChildren();
        return text;
    }

    private interface Member {
        /** Reads the value of a member, on whose first token the parser stands, to its end. */
        void read(String name) throws IOException;
    }

    private interface Element {
        void read() throws IOException;
    }

    private void members(Member member) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            member.read(name);
        }
    }

    private void elements(Element element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }
}
