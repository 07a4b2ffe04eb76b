package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.contacts.contact.ContactFinder.Hit;
import rapport.contacts.contact.ContactFinder.Position;
import rapport.contacts.details.Words;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;

/**
 * Finds an owner's contacts by words, whatever their spelling: both sides are compared in plain Latin letters
 * ({@link Words}), and similar trigrams are enough. Best first; of very many contacts the latest stretch comes first, then the one before.
 */
@ApplicationScoped
class ContactSearch {
    /** As many contacts one request compares, and ranks against each other. Hardly anybody has more. */
    private static final int STRETCH = 1000;

    private static final UUID FIRST = new UUID(0, 0);

    private final ContactFinder finder;
    private final ContactRepository contacts;
    private final ContactViews views;
    private final Cursors cursors;

    ContactSearch(ContactFinder finder, ContactRepository contacts, ContactViews views, Cursors cursors) {
        this.finder = finder;
        this.contacts = contacts;
        this.views = views;
        this.cursors = cursors;
    }

    @Transactional
    public Page<ContactHit> find(String owner, SearchRequest request) {
        String scope = "contact-hits:" + owner + ':' + Words.plain(request.text());
        Position from = position(scope, request.cursor());
        Optional<UUID> end = contacts.endOfStretchBefore(owner, from.before(), STRETCH);
        List<Hit> hits = finder.find(owner, request.text(), from, end.orElse(FIRST), request.hits() + 1);
        List<Hit> shown = hits.subList(0, Math.min(hits.size(), request.hits()));
        Optional<Position> next =
                hits.size() > shown.size() ? Optional.of(from.after(shown.getLast())) : end.map(Position::startOf);
        return new Page<>(view(owner, shown), next.map(at -> encode(scope, at)).orElse(null), null);
    }

    private List<ContactHit> view(String owner, List<Hit> hits) {
        Map<UUID, ContactView> found =
                views
                        .of(
                                owner,
                                contacts.withIds(
                                        owner, hits.stream().map(Hit::id).toList()))
                        .stream()
                        .collect(Collectors.toMap(ContactView::id, Function.identity()));
        return hits.stream()
                .map(hit -> new ContactHit(hit.score(), hit.places(), found.get(hit.id())))
                .toList();
    }

    private Position position(String scope, String cursor) {
        if (cursor == null) {
            return Position.START;
        }
        List<String> at = cursors.decode(scope, cursor, "/cursor");
        return new Position(UUID.fromString(at.get(0)), Float.parseFloat(at.get(1)), UUID.fromString(at.get(2)));
    }

    private String encode(String scope, Position at) {
        return cursors.encode(scope, at.before(), at.score(), at.after());
    }
}
