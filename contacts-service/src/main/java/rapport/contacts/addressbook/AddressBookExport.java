package rapport.contacts.addressbook;

import ezvcard.VCardVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import rapport.contacts.contact.ContactBookPages;
import rapport.contacts.contact.ContactView;
import rapport.kit.download.Spooled;

/**
 * Brings an owner's contacts into a file, page by page: neither the number of contacts nor a slow client holds memory or a
 * transaction. What a person has stopped to share before a page is read is not in it.
 */
@ApplicationScoped
class AddressBookExport {
    private static final int PAGE = 500;

    private final ContactBookPages pages;

    AddressBookExport(ContactBookPages pages) {
        this.pages = pages;
    }

    /** The file, which is gone when the stream is closed. */
    InputStream vCards(String owner, VCardVersion version) {
        return spool(owner, "", contact -> VCardText.of(contact, version));
    }

    InputStream csv(String owner) {
        return spool(owner, CsvText.HEADER, CsvText::of);
    }

    private InputStream spool(String owner, String header, Function<ContactView, String> format) {
        return Spooled.of(out -> {
            out.write(header);
            write(owner, out, format);
        });
    }

    private void write(String owner, Writer out, Function<ContactView, String> format) throws IOException {
        UUID after = new UUID(0, 0);
        List<ContactView> page;
        do {
            page = pages.after(owner, after, PAGE);
            for (ContactView contact : page) {
                out.write(format.apply(contact));
                after = contact.id();
            }
        } while (page.size() == PAGE);
    }
}
