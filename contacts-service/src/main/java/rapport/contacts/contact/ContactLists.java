package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * As many contacts one request compares with a filter, at most. No index knows what filters ask for: each would have to be kept
     * by every scan.
     */
    private static final int STRETCH = 5000;

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

    /**
     * In the order of creation. The first page carries the token from which changes are to be asked for later. With a filter, and more
     * contacts than a stretch has, a page may end before it is full.
     */
    @Transactional
    public Page<ContactView> list(String owner, PageRequest page, ContactFilter filter) {
        String scope = filter.scope(owner);
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        String changes = page.isFirst() && filter.isEmpty() ? contacts.now().encode(cursors, owner) : null;
        Optional<UUID> end = filter.isEmpty() ? Optional.empty() : contacts.endOfStretch(owner, after, STRETCH);
        List<Contact> rows = contacts.page(owner, filter, after, end.orElse(ContactRepository.LAST), page.fetch());
        List<Contact> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
        Optional<UUID> reached =
                rows.size() > page.limit() ? Optional.of(shown.getLast().id()) : end;
        return new Page<>(
                views.of(owner, shown),
                reached.map(id -> cursors.encode(scope, id)).orElse(null),
                changes);
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
