package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.kit.paging.ChangeToken;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;
import rapport.kit.problem.Invalid;

/** Pages through contacts, and through what has changed. */
@ApplicationScoped
class ContactLists {
    private static final UUID FIRST = new UUID(0, 0);

    private final ContactRepository contacts;
    private final ContactViews views;
    private final Cursors cursors;
    private final Clock clock;

    ContactLists(ContactRepository contacts, ContactViews views, Cursors cursors, Clock clock) {
        this.contacts = contacts;
        this.views = views;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** So many times 24 hours ago. */
    Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** In the order of creation. The first page carries the token from which changes are to be asked for later. */
    @Transactional
    public Page<ContactView> list(String owner, PageRequest page, ContactFilter filter) {
        String scope = filter.scope(owner);
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        String changes = page.isFirst() && filter.isEmpty() ? contacts.now().encode(cursors, owner) : null;
        List<Contact> rows = contacts.page(owner, filter, after, page.fetch());
        List<Contact> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
        String next = rows.size() > page.limit()
                ? cursors.encode(scope, shown.getLast().id())
                : null;
        return new Page<>(views.of(owner, shown), next, changes);
    }

    /** Each contact that has changed after the token, as it is now. The new token continues where this page ends. */
    @Transactional
    public Page<ContactView> changes(String owner, PageRequest page, ContactFilter filter, String changedSince) {
        if (!filter.isEmpty() || !page.isFirst()) {
            throw Invalid.of(
                    "query:changedSince",
                    "not-combinable",
                    "Changes come without filters, and go on with the new token.");
        }
        ChangeToken since = ChangeToken.decode(cursors, owner, changedSince);
        List<ChangeToken> changes = contacts.changes(owner, since, page.limit());
        List<UUID> ids = changes.stream().map(ChangeToken::id).toList();
        Map<UUID, Contact> found =
                contacts.withIds(owner, ids).stream().collect(Collectors.toMap(Contact::id, Function.identity()));
        List<Contact> rows = ids.stream().map(found::get).toList();
        ChangeToken reached = changes.isEmpty() ? since : changes.getLast();
        return Page.of(views.of(owner, rows)).withChanges(reached.encode(cursors, owner));
    }
}
