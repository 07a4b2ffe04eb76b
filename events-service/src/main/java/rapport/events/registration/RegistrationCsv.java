package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import rapport.events.imports.CsvTable;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.person.CareerStage;
import rapport.events.person.EmailAddress;

/** Reads registrations from CSV. The rules of a row are the rules of the API. */
@ApplicationScoped
class RegistrationCsv {
    private final Validator validator;

    RegistrationCsv(Validator validator) {
        this.validator = validator;
    }

    /** A row that can be used. */
    record Entry(long line, String key, String address, NewRegistration request) {}

    List<Entry> read(byte[] file, ImportLog log) {
        var entries = new ArrayList<Entry>();
        var seen = new HashSet<String>();
        for (CsvTable.Row row :
                CsvTable.read(file, new TreeSet<>(Set.of("email"))).rows()) {
            String key = row.get("external_id") == null ? row.get("email") : row.get("external_id");
            try {
                Entry entry = entry(row, key);
                if (seen.add(entry.address()) && (entry.request().externalId() == null || seen.add("id:" + key))) {
                    entries.add(entry);
                } else {
                    log.add(row.line(), ImportLog.REGISTRATION, key, Outcome.CONFLICT, "twice-in-the-file");
                }
            } catch (Unusable e) {
                log.add(row.line(), ImportLog.REGISTRATION, key, Outcome.ERROR, e.getMessage());
            }
        }
        return entries;
    }

    private Entry entry(CsvTable.Row row, String key) throws Unusable {
        if (row.fault() != null) {
            throw new Unusable(row.fault());
        }
        var request = new NewRegistration(
                row.get("email"),
                name(row),
                row.get("given_name"),
                row.get("family_name"),
                row.get("affiliation"),
                constant(CareerStage.class, "career_stage", row),
                row.list("interests"),
                row.list("goals"),
                row.get("zone"),
                row.get("locale"),
                constant(Sharing.class, "sharing", row),
                row.get("external_id"));
        Set<String> faults = new TreeSet<>();
        validator
                .validate(request)
                .forEach(fault -> faults.add(column(fault.getPropertyPath()) + " " + fault.getMessage()));
        String address = EmailAddress.normalized(request.email()).orElse(null);
        if (address == null) {
            faults.add("email must be an e-mail address");
        }
        if (!faults.isEmpty()) {
            throw new Unusable(String.join("; ", faults));
        }
        return new Entry(row.line(), key, address, request);
    }

    private static String name(CsvTable.Row row) {
        if (row.get("display_name") != null) {
            return row.get("display_name");
        }
        String given = row.get("given_name") == null ? "" : row.get("given_name");
        String family = row.get("family_name") == null ? "" : row.get("family_name");
        return (given + " " + family).strip();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String column, CsvTable.Row row) throws Unusable {
        String text = row.get(column);
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
        } catch (IllegalArgumentException e) {
            throw new Unusable(column + " has an unknown value");
        }
    }

    /** {@code careerStage} is {@code career_stage} in files. */
    private static String column(Object property) {
        return property.toString().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static final class Unusable extends Exception {
        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }
}
