package rapport.events.programme;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import rapport.kit.id.Ids;
import rapport.kit.json.Json;

/** Writes schedule JSON: what the XML says, with the members that frab and pretalx have. */
final class ScheduleJsonWriter {
    private final JsonGenerator json;
    private final ScheduleIds ids;

    private ScheduleJsonWriter(JsonGenerator json, ScheduleIds ids) {
        this.json = json;
        this.ids = ids;
    }

    static void write(ExportedProgramme programme, String baseUrl, OutputStream out) {
        try (JsonGenerator json = Json.lenient().getFactory().createGenerator(out)) {
            var ids = new ScheduleIds(programme.head().acronym(), programme.sessions());
            new ScheduleJsonWriter(json, ids).schedule(programme, baseUrl);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
    }

    private void schedule(ExportedProgramme programme, String baseUrl) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("schedule");
        json.writeStringField("version", programme.version());
        json.writeStringField("base_url", baseUrl);
        conference(programme);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void conference(ExportedProgramme programme) throws IOException {
        var head = programme.head();
        var days = programme.days();
        json.writeObjectFieldStart("conference");
        json.writeStringField("acronym", head.acronym());
        json.writeStringField("title", head.title());
        json.writeStringField("start", head.start().toString());
        json.writeStringField("end", head.end().toString());
        json.writeNumberField("daysCount", days.size());
        json.writeStringField("timeslot_duration", "00:05");
        json.writeStringField("time_zone_name", head.zone().getId());
        rooms(days);
        json.writeArrayFieldStart("days");
        for (ExportedProgramme.Day day : days) {
            day(day);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rooms(List<ExportedProgramme.Day> days) throws IOException {
        var names = new TreeSet<String>();
        days.forEach(day -> names.addAll(day.rooms().keySet()));
        json.writeArrayFieldStart("rooms");
        for (String name : names) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField(
                    "guid",
                    Ids.derived(Ids.derived(new java.util.UUID(0, 0), "schedule-room"), name)
                            .toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void day(ExportedProgramme.Day day) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", day.index());
        json.writeStringField("date", day.date().toString());
        json.writeStringField("day_start", ScheduleXmlWriter.INSTANT.format(day.start()));
        json.writeStringField("day_end", ScheduleXmlWriter.INSTANT.format(day.end()));
        json.writeObjectFieldStart("rooms");
        for (var room : day.rooms().entrySet()) {
            json.writeArrayFieldStart(room.getKey());
            for (ExportedProgramme.Session session : room.getValue()) {
                session(session, room.getKey());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void session(ExportedProgramme.Session session, String room) throws IOException {
        Said said = session.said();
        json.writeStartObject();
        json.writeNumberField("id", ids.number(session));
        json.writeStringField("guid", ScheduleIds.guid(session));
        text("logo", said.logo());
        json.writeStringField("date", ScheduleXmlWriter.INSTANT.format(session.startsAt()));
        json.writeStringField("start", ScheduleXmlWriter.TIME.format(session.startsAt()));
        json.writeStringField("duration", session.duration());
        json.writeStringField("room", room);
        json.writeStringField("slug", ids.slug(session));
        text("url", said.url());
        json.writeStringField("title", session.title());
        text("subtitle", said.subtitle());
        text("track", session.track());
        text("type", session.type());
        text("language", session.language());
        text("abstract", session.summary());
        text("description", session.description());
        text("recording_license", said.license());
        json.writeBooleanField("do_not_record", Boolean.TRUE.equals(said.optout()));
        persons(session.people());
        links("links", session.links());
        links("attachments", session.attachments());
        json.writeArrayFieldStart("answers");
        json.writeEndArray();
        if (said.feedbackUrl() != null) {
            json.writeStringField("feedback_url", said.feedbackUrl());
        }
        if (said.originUrl() != null) {
            json.writeStringField("origin_url", said.originUrl());
        }
        json.writeEndObject();
    }

    private void persons(List<ExportedProgramme.Person> people) throws IOException {
        json.writeArrayFieldStart("persons");
        for (ExportedProgramme.Person person : people) {
            RawTalk.Person reference = person.reference();
            json.writeStartObject();
            if (reference.id() != null) {
                json.writeNumberField("id", Integer.parseInt(reference.id()));
            }
            if (reference.guid() != null) {
                json.writeStringField("guid", reference.guid());
            }
            if (reference.code() != null) {
                json.writeStringField("code", reference.code());
            }
            json.writeStringField("name", reference.name());
            json.writeStringField("public_name", reference.name());
            if (reference.bio() != null) {
                json.writeStringField("biography", reference.bio());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void links(String name, List<RawTalk.Link> links) throws IOException {
        json.writeArrayFieldStart(name);
        for (RawTalk.Link link : links) {
            json.writeStartObject();
            json.writeStringField("url", link.url());
            json.writeStringField("title", link.title());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The format has a text where there is nothing to say. */
    private void text(String name, String value) throws IOException {
        json.writeStringField(name, value == null ? "" : value);
    }
}
