package rapport.contacts.contact;

import java.util.ArrayList;
import rapport.contacts.details.IdentityKeys;
import rapport.contacts.details.LinkKind;
import rapport.contacts.details.Words;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Details;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;

/** By what a contact is found about which its owner typed something. */
final class FindableWords {
    private FindableWords() {}

    /** Null when nothing was typed. */
    static String of(ContactState state) {
        if (state.details() == null) {
            return null;
        }
        Details said = state.said();
        var texts = new ArrayList<String>();
        texts.add(said.get(Field.DISPLAY_NAME));
        texts.add(said.get(Field.GIVEN_NAME));
        texts.add(said.get(Field.FAMILY_NAME));
        texts.add(said.get(Field.AFFILIATION));
        texts.addAll(said.get(Several.ROLES).keySet());
        texts.addAll(said.get(Several.EMAILS).keySet());
        texts.addAll(said.get(Several.INTERESTS).keySet());
        return Words.findable(texts);
    }

    /** By what it is found to be somebody whom the owner has already; null when nothing was typed. */
    static String[] keys(ContactState state) {
        if (state.details() == null) {
            return null;
        }
        Details said = state.said();
        return new IdentityKeys()
                .name(said.get(Field.DISPLAY_NAME))
                .name(fullName(said))
                .orcid(said.get(Field.ORCID))
                .linkedIn(said.get(Several.LINKS).get(LinkKind.LINKEDIN.key()))
                .affiliation(said.get(Field.AFFILIATION))
                .emails(said.get(Several.EMAILS).keySet())
                .phones(said.get(Several.PHONES).keySet())
                .toArray();
    }

    private static String fullName(Details said) {
        String given = said.get(Field.GIVEN_NAME);
        String family = said.get(Field.FAMILY_NAME);
        return given == null || family == null ? null : given + ' ' + family;
    }
}
