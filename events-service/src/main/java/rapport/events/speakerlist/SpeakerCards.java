package rapport.events.speakerlist;

import ezvcard.VCard;
import ezvcard.parameter.EmailType;
import ezvcard.property.Kind;
import ezvcard.property.Language;
import ezvcard.property.Revision;
import ezvcard.property.Source;
import ezvcard.property.StructuredName;
import ezvcard.property.Uid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rapport.events.export.Cards;
import rapport.events.export.Column;

/**
 * A speaker as a vCard: who imports it again later gets the same card renewed, by UID and REV.
 *
 * @param events the address of this API's events, without a slash at the end
 */
record SpeakerCards(String events, UUID eventId) implements Cards {
    private static final String LANGUAGES = "session_languages";

    /** What a card needs besides the columns of the list. */
    static List<Column> columns(List<Column> listed) {
        return Stream.concat(listed.stream(), Stream.of(Column.code(LANGUAGES, "part.languages")))
                .toList();
    }

    @Override
    public VCard card(UnaryOperator<String> cells) {
        String id = cells.apply("speaker_id");
        var card = new VCard();
        card.setUid(new Uid("urn:uuid:" + id));
        card.setKind(Kind.individual());
        card.setFormattedName(cells.apply("display_name"));
        card.setStructuredName(name(cells));
        card.setRevision(new Revision(Instant.parse(cells.apply("updated_at"))));
        card.addSource(new Source(events + "/" + eventId + "/speakers/" + id));
        if (cells.apply("affiliation") != null) {
            card.setOrganization(cells.apply("affiliation"));
        }
        if (cells.apply("email") != null) {
            card.addEmail(cells.apply("email"), EmailType.WORK);
        }
        if (cells.apply("bio") != null) {
            card.addNote(cells.apply("bio"));
        }
        links(cells).forEach(card::addUrl);
        languages(cells.apply(LANGUAGES)).forEach(tag -> card.addLanguage(new Language(tag)));
        return card;
    }

    private static StructuredName name(UnaryOperator<String> cells) {
        String family = cells.apply("family_name");
        String given = cells.apply("given_name");
        String credentials = cells.apply("credentials");
        if (family == null && given == null && credentials == null) {
            return null;
        }
        var name = new StructuredName();
        name.setFamily(family);
        name.setGiven(given);
        if (credentials != null) {
            name.getSuffixes().add(credentials);
        }
        return name;
    }

    private static List<String> links(UnaryOperator<String> cells) {
        var links = new ArrayList<String>();
        if (cells.apply("orcid") != null) {
            links.add("https://orcid.org/" + cells.apply("orcid"));
        }
        for (String key : List.of("linkedin_url", "researchgate_url", "x_url", "website_url")) {
            if (cells.apply(key) != null) {
                links.add(cells.apply(key));
            }
        }
        return links;
    }

    /** Programmes write languages as they like; a card takes tags only. */
    private static List<String> languages(String cell) {
        return cell == null
                ? List.of()
                : Stream.of(cell.split("\\|"))
                        .map(language -> language.strip().toLowerCase(Locale.ROOT))
                        .filter(language -> language.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*"))
                        .toList();
    }
}
