package rapport.contacts.addressbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Timezone;
import ezvcard.property.Uid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rapport.contacts.contact.ContactView;
import rapport.contacts.contact.TypedView;
import rapport.kit.contentline.FoldedLines;

/**
 * A contact as a vCard (RFC 2426, RFC 6350): what the owner typed, else what the person shares now or the programme says. Line
 * breaks in values are escaped, and lines are folded by octets and never inside a character.
 */
final class VCardText {
    /** Begins the ids by which our own cards are known again. */
    static final String UID = "urn:uuid:";

    private static final Pattern PLAIN_LABEL = Pattern.compile("[A-Za-z0-9-]+");

    private VCardText() {}

    static String of(ContactView contact, VCardVersion version) {
        var text = new ByteArrayOutputStream();
        try (var writer = new VCardWriter(new OutputStreamWriter(new FoldedLines(text), UTF_8), version)) {
            // The library counts characters where the RFC counts octets, so lines are folded below it.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.setAddProdId(false);
            writer.setVersionStrict(false);
            writer.write(card(contact));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString(UTF_8);
    }

    /** What a program that takes our card in unchanged gives back. */
    static Entry entry(ContactView contact) {
        return VCardEntry.of(card(contact), null);
    }

    private static VCard card(ContactView contact) {
        var card = new VCard();
        card.setUid(new Uid(UID + contact.id()));
        card.setRevision(new Revision(contact.updatedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        card.setFormattedName(contact.name() == null ? "" : contact.name());
        card.setStructuredName(structured(contact));
        var shown = Shown.of(contact);
        if (shown.affiliation() != null) {
            card.setOrganization(shown.affiliation());
        }
        if (shown.orcid() != null) {
            card.addExtendedProperty("X-ORCID", shown.orcid());
        }
        shown.links().values().forEach(card::addUrl);
        shownOnly(contact).ifPresent(card::addEmail);
        if (!contact.tags().isEmpty()) {
            card.setCategories(contact.tags().toArray(String[]::new));
        }
        contact.notes().forEach(note -> card.addNote(note.text()));
        if (contact.details() != null) {
            typed(card, contact.details());
        }
        return card;
    }

    private static StructuredName structured(ContactView contact) {
        var name = new StructuredName();
        TypedView typed = contact.details();
        name.setGiven(typed == null ? null : typed.givenName());
        name.setFamily(typed == null ? null : typed.familyName());
        return name;
    }

    private static void typed(VCard card, TypedView typed) {
        typed.roles().forEach(card::addTitle);
        typed.emails().forEach(email -> {
            var types = plain(email.label()) ? new EmailType[] {EmailType.get(email.label())} : new EmailType[0];
            card.addEmail(email.address(), types);
        });
        typed.phones().forEach(phone -> {
            var types = plain(phone.label())
                    ? new TelephoneType[] {TelephoneType.get(phone.label())}
                    : new TelephoneType[0];
            card.addTelephoneNumber(phone.number(), types);
        });
        typed.languages().forEach(card::addLanguage);
        if (typed.zone() != null) {
            card.setTimezone(new Timezone(typed.zone()));
        }
    }

    /** The address on the person's card, unless the owner knows it anyway. */
    private static Optional<String> shownOnly(ContactView contact) {
        return Optional.ofNullable(contact.card())
                .map(ContactView.Card::email)
                .filter(address -> contact.details() == null
                        || contact.details().emails().stream()
                                .noneMatch(typed -> typed.address().equals(address)));
    }

    private static boolean plain(String label) {
        return label != null && PLAIN_LABEL.matcher(label).matches();
    }

    /** What is shown where several know it: the owner's own word first. */
    record Shown(String affiliation, String orcid, Map<String, String> links) {
        static Shown of(ContactView contact) {
            TypedView typed = contact.details();
            ContactView.Card shared = contact.card();
            ContactView.Speaker speaker = contact.speaker();
            var links = new LinkedHashMap<String, String>();
            if (shared != null && shared.links() != null) {
                links.putAll(shared.links());
            }
            if (typed != null) {
                links.putAll(typed.links());
            }
            return new Shown(
                    first(
                            typed == null ? null : typed.affiliation(),
                            shared == null ? null : shared.affiliation(),
                            speaker == null ? null : speaker.affiliation()),
                    first(
                            typed == null ? null : typed.orcid(),
                            shared == null ? null : shared.orcid(),
                            speaker == null ? null : speaker.orcid()),
                    links);
        }

        private static String first(String... texts) {
            for (String text : texts) {
                if (text != null) {
                    return text;
                }
            }
            return null;
        }
    }
}
