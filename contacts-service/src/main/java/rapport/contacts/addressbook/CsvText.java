package rapport.contacts.addressbook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.contacts.contact.ContactView;
import rapport.contacts.contact.TypedView;

/**
 * Contacts as CSV (RFC 4180). Several values in a cell are separated by bars; a cell that a spreadsheet would run as a formula
 * begins with an apostrophe, which the import takes back.
 */
final class CsvText {
    static final String HEADER = line(List.of(
            "uid",
            "display_name",
            "given_name",
            "family_name",
            "affiliation",
            "roles",
            "career_stage",
            "emails",
            "phones",
            "links",
            "orcid",
            "interests",
            "languages",
            "zone",
            "my_goal",
            "tags",
            "notes"));

    private static final String FORMULA = "=+-@\t\r\n";

    private CsvText() {}

    static String of(ContactView contact) {
        var shown = VCardText.Shown.of(contact);
        TypedView typed = contact.details();
        boolean has = typed != null;
        return line(Stream.of(
                        VCardText.UID + contact.id(),
                        contact.name(),
                        has ? typed.givenName() : null,
                        has ? typed.familyName() : null,
                        shown.affiliation(),
                        has ? String.join("|", typed.roles()) : null,
                        has && typed.careerStage() != null ? typed.careerStage().name() : null,
                        emails(contact),
                        has
                                ? typed.phones().stream()
                                        .map(TypedView.PhoneEntry::number)
                                        .collect(Collectors.joining("|"))
                                : null,
                        String.join("|", shown.links().values()),
                        shown.orcid(),
                        has ? String.join("|", typed.interests()) : null,
                        has ? String.join("|", typed.languages()) : null,
                        has ? typed.zone() : null,
                        has ? typed.myGoal() : null,
                        String.join("|", contact.tags()),
                        contact.notes().stream().map(ContactView.Written::text).collect(Collectors.joining("\n")))
                .map(cell -> cell == null ? "" : cell)
                .toList());
    }

    /** What the owner typed, and what the person shows on the card now. */
    private static String emails(ContactView contact) {
        Stream<String> typed = contact.details() == null
                ? Stream.empty()
                : contact.details().emails().stream().map(TypedView.MailEntry::address);
        Stream<String> shared = contact.card() == null
                ? Stream.empty()
                : Stream.ofNullable(contact.card().email());
        return Stream.concat(typed, shared).distinct().collect(Collectors.joining("|"));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String guarded = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
        boolean quoted = guarded.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';');
        return quoted ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }
}
