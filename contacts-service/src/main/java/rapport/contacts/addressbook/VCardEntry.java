package rapport.contacts.addressbook;

import ezvcard.VCard;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Impp;
import ezvcard.property.Language;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import rapport.contacts.details.ZoneSource;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;
import rapport.kit.time.WallTime;

/** Reads one vCard, in whatever dialect. */
final class VCardEntry {
    private final VCard card;
    private final Entry entry = new Entry();
    private final Values values;

    private VCardEntry(VCard card, String region) {
        this.card = card;
        this.values = new Values(entry, region);
    }

    static Entry of(VCard card, String region) {
        var reading = new VCardEntry(card, region);
        reading.identity();
        reading.names();
        reading.work();
        reading.reach();
        reading.links();
        reading.others();
        return reading.entry;
    }

    private void identity() {
        String uid = card.getUid() == null ? null : card.getUid().getValue();
        entry.identified(
                uid,
                card.getRevision() == null ? null : instant(card.getRevision().getValue()));
    }

    private void names() {
        if (card.getFormattedName() != null) {
            entry.with(Field.DISPLAY_NAME, card.getFormattedName().getValue());
        }
        StructuredName name = card.getStructuredName();
        if (name != null) {
            entry.with(Field.GIVEN_NAME, name.getGiven());
            entry.with(Field.FAMILY_NAME, name.getFamily());
        }
        if (entry.name() == null && !card.getNicknames().isEmpty()) {
            card.getNicknames().getFirst().getValues().forEach(nick -> entry.with(Field.DISPLAY_NAME, nick));
        }
    }

    private void work() {
        for (Organization organization : card.getOrganizations()) {
            entry.with(
                    Field.AFFILIATION,
                    organization.getValues().stream()
                            .filter(Objects::nonNull)
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", ")));
        }
        if (entry.name() == null) {
            entry.with(Field.DISPLAY_NAME, entry.fields().get(Field.AFFILIATION));
        }
        texts(card.getTitles()).forEach(title -> entry.with(Several.ROLES, title, null));
        texts(card.getRoles()).forEach(role -> entry.with(Several.ROLES, role, null));
    }

    private void reach() {
        card.getEmails().forEach(email -> values.email(email.getValue(), label(email)));
        for (Telephone phone : card.getTelephoneNumbers()) {
            values.phone(phone.getText() != null ? phone.getText() : uri(phone), label(phone));
        }
    }

    private static String uri(Telephone phone) {
        return phone.getUri() == null ? null : phone.getUri().getNumber();
    }

    private void links() {
        texts(card.getUrls()).forEach(values::link);
        for (String name : List.of("X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN", "X-TWITTER", "X-URL")) {
            card.getExtendedProperties(name).forEach(p -> values.link(p.getValue()));
        }
        for (Impp address : card.getImpps()) {
            if (address.getUri() != null) {
                values.link(address.getUri().toString());
            }
        }
        card.getExtendedProperties("X-ORCID").forEach(p -> values.orcid(p.getValue()));
    }

    private void others() {
        for (Language language : card.getLanguages()) {
            values.language(language.getValue());
        }
        card.getCategoriesList().forEach(some -> some.getValues().forEach(entry::tag));
        texts(card.getNotes()).forEach(entry::note);
        if (card.getTimezone() != null
                && card.getTimezone().getText() != null
                && WallTime.isZone(card.getTimezone().getText())) {
            entry.with(Field.ZONE, card.getTimezone().getText()).with(Field.ZONE_SOURCE, ZoneSource.IMPORTED.name());
        }
        if (!card.getPhotos().isEmpty()
                || !card.getLogos().isEmpty()
                || !card.getSounds().isEmpty()) {
            entry.remark("media-skipped");
        }
    }

    private static List<String> texts(List<? extends TextProperty> properties) {
        return properties.stream()
                .map(TextProperty::getValue)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Apple's label of the group (item1.X-ABLabel), else the types that say something. */
    private String label(VCardProperty property) {
        if (property.getGroup() != null) {
            for (RawProperty label : card.getExtendedProperties("X-ABLabel")) {
                if (property.getGroup().equalsIgnoreCase(label.getGroup()) && label.getValue() != null) {
                    return label.getValue()
                            .replaceAll("^_\\$!<(.*)>!\\$_$", "$1")
                            .toLowerCase(Locale.ROOT);
                }
            }
        }
        return property.getParameters(VCardParameters.TYPE).stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> !List.of("internet", "pref", "voice", "x400").contains(type))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Instant instant(Temporal revision) {
        try {
            return switch (revision) {
                case Instant instant -> instant;
                case OffsetDateTime time -> time.toInstant();
                case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
                case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
                case null, default -> null;
            };
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}
