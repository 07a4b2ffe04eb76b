package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import rapport.events.event.ContactMode;
import rapport.events.imports.CsvTable;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.person.Links;

/** Reads speakers from CSV with the columns of the speaker list. The rules of a row are the rules of the API. */
@ApplicationScoped
class SpeakerCsv {
    private final Validator validator;

    SpeakerCsv(Validator validator) {
        this.validator = validator;
    }

    /** A row that can be used. */
    record Entry(long line, String key, String speakerId, NewSpeaker request) {

        /** A list of another event: the id it had there is the key by which it is known again here. */
        NewSpeaker withExternalId() {
            return request.externalId() != null ? request : request.known(speakerId);
        }
    }

    List<Entry> read(byte[] file, ImportLog log) {
        var entries = new ArrayList<Entry>();
        var columns = new TreeSet<>(Set.of("display_name", "given_name", "family_name"));
        for (CsvTable.Row row : CsvTable.read(file, columns).rows()) {
            NewSpeaker request = request(row);
            String key = first(row.get("external_id"), row.get("speaker_id"), row.get("orcid"), row.get("email"));
            String fault = row.fault() != null ? row.fault() : fault(row, request, key);
            if (fault != null) {
                log.add(row.line(), ImportLog.SPEAKER, key, Outcome.ERROR, fault);
            } else {
                entries.add(new Entry(row.line(), key, row.get("speaker_id"), request));
            }
        }
        return entries;
    }

    private String fault(CsvTable.Row row, NewSpeaker request, String key) {
        if (key == null) {
            return "no external_id, orcid or email: a name alone does not identify";
        }
        if (row.get("contact_mode") != null && request.contactMode() == null) {
            return "contact_mode has an unknown value";
        }
        Set<String> faults = new TreeSet<>();
        validator
                .validate(request)
                .forEach(fault -> faults.add(fault.getPropertyPath()
                                .toString()
                                .replaceAll("([a-z])([A-Z])", "$1_$2")
                                .toLowerCase(Locale.ROOT)
                        + " " + fault.getMessage()));
        return faults.isEmpty() ? null : String.join("; ", faults);
    }

    private static NewSpeaker request(CsvTable.Row row) {
        String given = row.get("given_name") == null ? "" : row.get("given_name");
        String family = row.get("family_name") == null ? "" : row.get("family_name");
        String country = row.get("country");
        return new NewSpeaker(
                first(row.get("display_name"), (given + " " + family).strip()),
                row.get("given_name"),
                row.get("family_name"),
                row.get("credentials"),
                row.get("affiliation"),
                row.get("ror_id"),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                row.get("orcid"),
                row.get("bio"),
                null,
                row.get("email"),
                row.get("email_shared") == null ? null : row.get("email_shared").equalsIgnoreCase("true"),
                mode(row.get("contact_mode")),
                row.get("external_id"),
                Links.listed(
                        row.get("linkedin_url"), row.get("researchgate_url"), row.get("x_url"), row.get("website_url")),
                null);
    }

    private static ContactMode mode(String text) {
        for (ContactMode mode : ContactMode.values()) {
            if (mode.name().equalsIgnoreCase(text)) {
                return mode;
            }
        }
        return null;
    }

    private static String first(String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
