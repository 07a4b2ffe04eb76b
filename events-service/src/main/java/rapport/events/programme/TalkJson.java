package rapport.events.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import rapport.events.imports.CellText;

/** One session of schedule JSON. Texts may be numbers, or objects with a text per language. */
final class TalkJson {
    private static final List<String> TEXTS = List.of(
            "guid",
            "id",
            "date",
            "start",
            "end",
            "duration",
            "room",
            "slug",
            "url",
            "title",
            "subtitle",
            "track",
            "type",
            "language",
            "abstract",
            "description",
            "logo",
            "feedback_url",
            "origin_url");

    /** Members that are elsewhere, or named otherwise, in the XML. */
    private static final Map<String, String> RENAMED =
            Map.of("recording_license", "license", "do_not_record", "optout");

    private TalkJson() {}

    static RawTalk talk(JsonNode json, RawTalk.Day day, String room) {
        var talk = new RawTalk(day, room);
        TEXTS.forEach(name -> talk.put(name, text(json.path(name))));
        RENAMED.forEach((member, name) -> talk.put(name, text(json.path(member))));
        json.path("recording").properties().forEach(part -> talk.putRecording(part.getKey(), text(part.getValue())));
        json.path("persons").forEach(person -> talk.persons.add(person(person)));
        json.path("links").forEach(link -> talk.links.add(link(link)));
        json.path("attachments").forEach(link -> talk.attachments.add(link(link)));
        return talk;
    }

    private static RawTalk.Person person(JsonNode json) {
        if (!json.isObject()) {
            return new RawTalk.Person(null, null, null, CellText.clean(text(json)), null);
        }
        return new RawTalk.Person(
                clean(json, "guid"),
                clean(json, "id"),
                clean(json, "code"),
                RawTalk.first(
                        clean(json, "public_name"),
                        RawTalk.first(clean(json, "name"), clean(json, "full_public_name"))),
                RawTalk.first(clean(json, "biography"), clean(json, "description")));
    }

    private static RawTalk.Link link(JsonNode json) {
        if (!json.isObject()) {
            return new RawTalk.Link(CellText.clean(text(json)), null);
        }
        return new RawTalk.Link(
                RawTalk.first(clean(json, "url"), clean(json, "href")),
                RawTalk.first(clean(json, "title"), clean(json, "description")));
    }

    private static String clean(JsonNode json, String member) {
        return CellText.clean(text(json.path(member)));
    }

    /** Null for what is no text in any way. */
    static String text(JsonNode json) {
        if (json.isObject()) {
            for (String member : new String[] {"name", "title", "en"}) {
                if (json.path(member).isTextual()) {
                    return json.path(member).textValue();
                }
            }
            return json.isEmpty() ? null : text(json.elements().next());
        }
        return json.isValueNode() && !json.isNull() ? json.asText() : null;
    }
}
