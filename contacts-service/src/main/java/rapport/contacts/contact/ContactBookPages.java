package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** An owner's contacts as they see them now, for features that take them elsewhere. */
@ApplicationScoped
public class ContactBookPages {
    private static final ContactFilter ALL = new ContactFilter(null, null, null, null, null, null, null, null);

    private final ContactRepository contacts;
    private final ContactViews views;

    ContactBookPages(ContactRepository contacts, ContactViews views) {
        this.contacts = contacts;
        this.views = views;
    }

    /** The next contacts after an id, in the order of their ids; none is left when there are fewer than asked for. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<ContactView> after(String owner, UUID id, int size) {
        List<ContactView> page = views.of(owner, contacts.page(owner, ALL, id, ContactRepository.LAST, size));
        contacts.getEntityManager().clear();
        return page;
    }

    /** One contact; an old id of a merged one stands for what it went into. */
    @Transactional
    public ContactView one(String owner, UUID id) {
        UUID surviving = contacts.surviving(owner, contacts.require(owner, id));
        return views.of(owner, contacts.require(owner, surviving));
    }

    /** Those that there are. */
    @Transactional
    public List<ContactView> of(String owner, Collection<UUID> ids) {
        return views.of(owner, contacts.withIds(owner, List.copyOf(ids)));
    }
}
