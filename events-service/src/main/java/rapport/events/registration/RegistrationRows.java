package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import rapport.events.imports.Columns;
import rapport.events.imports.TableRow;
import rapport.events.person.CareerStage;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Violations;

/** Makes registrations of the rows of a table. The rules of a row are the rules of the API. */
@ApplicationScoped
class RegistrationRows {
    static final Columns COLUMNS = Columns.withOneOf("email")
            .with(
                    "email",
                    "e_mail",
                    "mail",
                    "email_address",
                    "e_mail_address",
                    "e_mail_adresse",
                    "attendee_email",
                    "correo",
                    "courriel")
            .with(
                    "external_id",
                    "id",
                    "registration_id",
                    "ticket_id",
                    "ticket_code",
                    "order_code",
                    "attendee_id",
                    "code")
            .with("display_name", "name", "full_name", "attendee_name", "nombre_completo")
            .with("given_name", "first_name", "firstname", "vorname", "nombre", "prenom", "prénom")
            .with("family_name", "last_name", "lastname", "surname", "nachname", "apellido", "apellidos", "nom")
            .with(
                    "affiliation",
                    "organization",
                    "organisation",
                    "institution",
                    "company",
                    "hospital",
                    "university",
                    "firma")
            .with("career_stage", "stage", "position")
            .with("interests", "topics", "interessen", "intereses")
            .with("goals", "ziele", "objetivos")
            .with("zone", "time_zone", "timezone", "zeitzone")
            .with("locale", "language", "sprache", "idioma")
            .with("sharing");

    private final Validator validator;

    RegistrationRows(Validator validator) {
        this.validator = validator;
    }

    /**
     * A row that can be used.
     *
     * @param key what the report calls it: the external id, else the address
     * @param address normalised
     */
    record Entry(long row, String key, String address, NewRegistration request) {}

    /** What the row says; null, and the faults are in the row, when it cannot be used. */
    Entry entry(TableRow row) {
        NewRegistration request = request(row);
        row.faults(Violations.ofBody(validator.validate(request)));
        String address = EmailAddress.normalized(request.email()).orElse(null);
        if (address == null) {
            row.faults(List.of(new Fault("/email", "mail-address", "Must be an e-mail address.")));
        }
        return row.isUsable() ? new Entry(row.number(), key(row), address, request) : null;
    }

    static String key(TableRow row) {
        return row.first("external_id", "email");
    }

    private static NewRegistration request(TableRow row) {
        return new NewRegistration(
                row.get("email"),
                name(row),
                row.get("given_name"),
                row.get("family_name"),
                row.get("affiliation"),
                row.constant(CareerStage.class, "career_stage"),
                row.list("interests"),
                row.list("goals"),
                row.get("zone"),
                row.get("locale"),
                row.constant(Sharing.class, "sharing"),
                row.get("external_id"));
    }

    private static String name(TableRow row) {
        if (row.get("display_name") != null) {
            return row.get("display_name");
        }
        String given = row.get("given_name") == null ? "" : row.get("given_name");
        String family = row.get("family_name") == null ? "" : row.get("family_name");
        return (given + " " + family).strip();
    }
}
