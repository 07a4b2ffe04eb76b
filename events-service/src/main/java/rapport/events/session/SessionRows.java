package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.events.imports.Columns;
import rapport.events.imports.TableRow;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Violations;

/** Makes sessions of the rows of a table. The rules of a row are the rules of the API. */
@ApplicationScoped
class SessionRows {
    static final Columns COLUMNS = Columns.withOneOf("title")
            .with("title", "session_title", "name", "titel", "titulo", "título")
            .with("external_id", "code", "guid")
            .with("session_id", "id")
            .with("abstract", "description", "abstract_text", "beschreibung", "resumen")
            .with("track", "stream", "topic")
            .with("room", "location", "hall", "raum", "saal", "sala")
            .with("date", "day", "datum", "fecha")
            .with("starts_at", "start", "start_time", "session_start", "begin", "beginn", "inicio")
            .with("ends_at", "end", "end_time", "session_end", "ende", "fin")
            .with("duration", "dauer", "duracion", "duración")
            .with("type", "session_type", "format", "typ", "tipo")
            .with("language", "sprache", "idioma")
            .with("tags", "keywords")
            .with("resources", "links", "urls")
            .with("speakers", "speaker", "presenters", "presenter", "referenten", "ponentes");

    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?");

    private final Validator validator;

    SessionRows(Validator validator) {
        this.validator = validator;
    }

    /**
     * A row that can be used.
     *
     * @param key what the report calls it
     * @param sessionId the id in the list it comes from; null when the file tells none
     */
    record Entry(long row, String key, String sessionId, NewSession request) {}

    /** What the row says; null, and the faults are in the row, when it cannot be used. */
    Entry entry(TableRow row, ZoneId zone, SpeakerIndex speakers) {
        NewSession request = request(row, zone, speakers);
        row.faults(Violations.ofBody(validator.validate(request)));
        if (row.isUsable() && !request.startsAt().isBefore(request.endsAt())) {
            row.fault("ends_at", new Fault("", "ends-before-start", "The end has to be after the start."));
        }
        return row.isUsable() ? new Entry(row.number(), key(row), row.get("session_id"), request) : null;
    }

    static String key(TableRow row) {
        return row.first("external_id", "session_id", "title");
    }

    private static NewSession request(TableRow row, ZoneId zone, SpeakerIndex speakers) {
        LocalDateTime startsAt = null;
        LocalDateTime endsAt = null;
        try {
            startsAt = moment(row.get("starts_at"), row.get("date"), zone);
            endsAt = row.get("ends_at") == null && row.get("duration") != null
                    ? startsAt.plus(duration(row.get("duration")))
                    : moment(row.get("ends_at"), row.get("date"), zone);
            if (row.get("date") != null && endsAt.isBefore(startsAt)) {
                // An end at one in the morning belongs to the next day.
                endsAt = endsAt.plusDays(1);
            }
        } catch (DateTimeException e) {
            String column = startsAt == null ? "starts_at" : "ends_at";
            row.fault(
                    column, new Fault("", "no-time", "Must be a time such as 2026-11-20T10:30, or 10:30 with a date."));
        }
        return new NewSession(
                row.get("title"),
                row.get("abstract"),
                row.get("track"),
                row.get("room"),
                startsAt,
                endsAt,
                row.get("type"),
                row.get("language"),
                row.list("tags"),
                resources(row),
                row.get("external_id"),
                speakers(row, speakers));
    }

    private static List<SessionLink> resources(TableRow row) {
        List<String> addresses = row.list("resources");
        return addresses == null
                ? null
                : addresses.stream()
                        .map(url -> new SessionLink(ResourceKind.OTHER, null, url))
                        .toList();
    }

    private static List<SessionSpeaker> speakers(TableRow row, SpeakerIndex speakers) {
        List<String> references = row.list("speakers");
        if (references == null) {
            return null;
        }
        var found = new ArrayList<UUID>();
        for (String reference : references) {
            speakers.find(reference)
                    .ifPresentOrElse(
                            id -> {
                                if (!found.contains(id)) {
                                    found.add(id);
                                }
                            },
                            () -> row.fault(
                                    "speakers",
                                    new Fault(
                                            "",
                                            "unknown-speaker",
                                            "A speaker has to be named by the external id, the address or a name that only one has.")));
        }
        return found.stream().map(id -> new SessionSpeaker(id, null)).toList();
    }

    private static LocalDateTime moment(String text, String date, ZoneId zone) {
        if (text == null) {
            throw new DateTimeException("missing");
        }
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            if (date == null) {
                throw new DateTimeException("a time without a date");
            }
            return LocalDate.parse(date)
                    .atTime(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
        }
        String iso = text.replace(' ', 'T');
        boolean offset = iso.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})");
        return offset ? OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime() : LocalDateTime.parse(iso);
    }

    /** {@code 0:45}, or a number of minutes. */
    private static Duration duration(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return Duration.ofHours(Long.parseLong(time.group(1))).plusMinutes(Long.parseLong(time.group(2)));
        }
        if (!text.matches("\\d{1,4}")) {
            throw new DateTimeException("not legible");
        }
        return Duration.ofMinutes(Long.parseLong(text));
    }
}
