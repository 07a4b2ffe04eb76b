package rapport.contacts.addressbook;

import java.util.Locale;
import java.util.Optional;
import rapport.contacts.details.Language;
import rapport.contacts.details.LinkKind;
import rapport.contacts.details.Phone;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.identifier.Orcid;

/** Normalises single values of an entry; what cannot be used is remarked, and the entry stays. */
final class Values {
    private final Entry entry;
    private final String region;

    Values(Entry entry, String region) {
        this.entry = entry;
        this.region = region;
    }

    void email(String text, String label) {
        if (text == null || text.isBlank()) {
            return;
        }
        String bare = text.strip().replaceFirst("(?i)^mailto:", "");
        EmailAddress.normalized(bare)
                .ifPresentOrElse(
                        address -> entry.with(Several.EMAILS, address, label), () -> entry.remark("email-not-usable"));
    }

    void phone(String text, String label) {
        if (text != null && !text.isBlank()) {
            entry.with(
                    Several.PHONES,
                    Phone.of(text.replaceFirst("(?i)^tel:", ""), region).text(),
                    label);
        }
    }

    void link(String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        String address = text.strip();
        if (address.toLowerCase(Locale.ROOT)
                .matches("(www\\.|[a-z]{2}\\.)?(linkedin\\.com|orcid\\.org|researchgate\\.net)/.*")) {
            address = "https://" + address;
        }
        if (Orcid.canonical(address).isPresent()) {
            orcid(address);
            return;
        }
        Optional<LinkKind> kind = LinkKind.of(address);
        if (kind.isEmpty()) {
            entry.remark("link-not-usable");
        } else {
            putLink(kind.get(), address);
        }
    }

    private void putLink(LinkKind kind, String address) {
        if (entry.list(Several.LINKS).containsKey(kind.key())) {
            entry.remark("further-link-skipped");
        } else {
            entry.with(Several.LINKS, kind.key(), address);
        }
    }

    void orcid(String text) {
        if (text != null && !text.isBlank()) {
            Orcid.canonical(text)
                    .ifPresentOrElse(orcid -> entry.with(Field.ORCID, orcid), () -> entry.remark("orcid-not-usable"));
        }
    }

    void language(String text) {
        if (text != null && !text.isBlank()) {
            Language.canonical(text)
                    .ifPresentOrElse(
                            tag -> entry.with(Several.LANGUAGES, tag, null), () -> entry.remark("language-not-usable"));
        }
    }
}
