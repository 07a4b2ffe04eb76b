package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import rapport.events.event.ContactMode;
import rapport.events.imports.Columns;
import rapport.events.imports.TableRow;
import rapport.events.person.Links;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.identifier.Orcid;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Violations;

/** Makes speakers of the rows of a table with the columns of the speaker list. The rules of a row are the rules of the API. */
@ApplicationScoped
class SpeakerRows {
    static final Columns COLUMNS = Columns.withOneOf("display_name", "given_name", "family_name")
            .with("display_name", "name", "full_name", "speaker", "speaker_name", "public_name", "nombre_completo")
            .with("given_name", "first_name", "firstname", "vorname", "nombre", "prenom", "prénom")
            .with("family_name", "last_name", "lastname", "surname", "nachname", "apellido", "apellidos", "nom")
            .with("external_id", "code", "guid")
            .with("speaker_id", "id")
            .with("credentials", "title", "degree", "titel")
            .with("affiliation", "organization", "organisation", "institution", "company", "hospital", "university")
            .with("ror_id", "ror")
            .with("country", "country_code", "land")
            .with("orcid", "orcid_id", "orcid_i_d")
            .with("email", "e_mail", "mail", "email_address", "e_mail_address", "e_mail_adresse", "correo", "courriel")
            .with("email_shared", "share_email")
            .with("contact_mode")
            .with("bio", "biography", "abstract", "biografie")
            .with("photo_url", "avatar", "picture", "photo")
            .with("interests", "topics")
            .with("linkedin_url", "linkedin", "links_linkedin")
            .with("researchgate_url", "researchgate", "links_researchgate")
            .with("x_url", "x", "twitter", "twitter_url", "links_x")
            .with("mastodon_url", "mastodon", "links_mastodon")
            .with("bluesky_url", "bluesky", "links_bluesky")
            .with("pubmed_url", "pubmed", "links_pubmed")
            .with("scholar_url", "scholar", "google_scholar", "links_scholar")
            .with("website_url", "website", "homepage", "url", "links_website")
            // What the speaker list tells about sessions is no news about a speaker.
            .with("session_count")
            .with("session_ids")
            .with("session_titles")
            .with("roles")
            .with("track")
            .with("room")
            .with("session_start")
            .with("session_end")
            .with("session_start_utc")
            .with("zone")
            .with("status")
            .with("updated_at");

    private final Validator validator;

    SpeakerRows(Validator validator) {
        this.validator = validator;
    }

    /**
     * A row that can be used.
     *
     * @param key what the report calls it
     * @param speakerId the id in the list it comes from; null when the file tells none
     * @param address normalised; null when the file tells none
     */
    record Entry(long row, String key, String speakerId, String address, NewSpeaker request) {

        /** A list of another event: the id it had there is the key by which it is known again here. */
        NewSpeaker withExternalId() {
            return request.externalId() != null ? request : request.known(speakerId);
        }

        /** What this may be known by, the surest first. */
        List<String> keys() {
            return List.of(
                    "external:" + request.externalId(),
                    "external:" + speakerId,
                    "id:" + speakerId,
                    "orcid:" + Orcid.canonical(request.orcid()).orElse(null),
                    "email:" + address);
        }
    }

    /** What the row says; null, and the faults are in the row, when it cannot be used. */
    Entry entry(TableRow row) {
        NewSpeaker request = request(row);
        row.faults(Violations.ofBody(validator.validate(request)));
        if (key(row) == null) {
            row.faults(List.of(new Fault(
                    "/externalId",
                    "no-key",
                    "A row needs an external_id, an orcid or an email: a name does not identify.")));
        }
        if (!row.isUsable()) {
            return null;
        }
        String address = EmailAddress.normalized(request.email()).orElse(null);
        return new Entry(row.number(), key(row), row.get("speaker_id"), address, request);
    }

    static String key(TableRow row) {
        return row.first("external_id", "speaker_id", "orcid", "email");
    }

    private static NewSpeaker request(TableRow row) {
        String given = row.get("given_name") == null ? "" : row.get("given_name");
        String family = row.get("family_name") == null ? "" : row.get("family_name");
        String country = row.get("country");
        return new NewSpeaker(
                row.get("display_name") == null ? (given + " " + family).strip() : row.get("display_name"),
                row.get("given_name"),
                row.get("family_name"),
                row.get("credentials"),
                row.get("affiliation"),
                row.get("ror_id"),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                row.get("orcid"),
                row.get("bio"),
                row.get("photo_url"),
                row.get("email"),
                row.flag("email_shared"),
                row.constant(ContactMode.class, "contact_mode"),
                row.get("external_id"),
                new Links(
                        row.get("linkedin_url"),
                        row.get("researchgate_url"),
                        row.get("x_url"),
                        row.get("mastodon_url"),
                        row.get("bluesky_url"),
                        row.get("pubmed_url"),
                        row.get("scholar_url"),
                        row.get("website_url")),
                row.list("interests"));
    }
}
