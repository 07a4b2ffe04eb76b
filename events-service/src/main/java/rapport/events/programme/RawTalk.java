package rapport.events.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.events.imports.CellText;

/** A session as the file has it: texts by the names of the XML elements, cleaned but not yet understood. */
final class RawTalk {
    final List<Person> persons = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Link> attachments = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Day day;
    private final String blockRoom;

    /** @param room the room that the session stands under; its own word counts more */
    RawTalk(Day day, String room) {
        this.day = day;
        this.blockRoom = CellText.clean(room);
    }

    /** The day that the session stands under. Files name it before or after their sessions. */
    static final class Day {
        String date;

        Day(String date) {
            this.date = date;
        }
    }

    record Link(String url, String title) {}

    /** Whoever speaks, by whatever the file identifies people with. */
    record Person(String guid, String id, String code, String name, String bio) {

        /** What identifies the person in the file: guid, else id, else code, else the name; null when there is nothing. */
        String key() {
            return first(guid, first(id, first(code, name)));
        }

        String shownName() {
            return first(name, key());
        }
    }

    void put(String name, String text) {
        String clean = CellText.clean(text);
        if (clean != null) {
            texts.put(name, clean);
        }
    }

    /** What the file says about recording: the license, and whether somebody objects. */
    void putRecording(String name, String text) {
        if (name.equals("license") || name.equals("optout")) {
            put(name, text);
        }
    }

    /** The cleaned text; null when it is blank. */
    String get(String name) {
        return texts.get(name);
    }

    String key() {
        return first(get("guid"), get("id"));
    }

    String room() {
        return first(get("room"), blockRoom);
    }

    String day() {
        return CellText.clean(day.date);
    }

    static String first(String preferred, String fallback) {
        return preferred != null ? preferred : fallback;
    }
}
