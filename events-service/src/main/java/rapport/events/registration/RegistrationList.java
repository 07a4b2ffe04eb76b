package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.events.sql.ChangeFeed;
import rapport.kit.paging.ChangeToken;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

/** The ways to read an event's registrations: staff page by page or change by change, a person their own. */
@ApplicationScoped
class RegistrationList {
    private final RegistrationRepository registrations;
    private final RegistrationTombstones tombstones;
    private final ChangeFeed feed;
    private final Cursors cursors;

    RegistrationList(
            RegistrationRepository registrations, RegistrationTombstones tombstones, ChangeFeed feed, Cursors cursors) {
        this.registrations = registrations;
        this.tombstones = tombstones;
        this.feed = feed;
        this.cursors = cursors;
    }

    Page<RegistrationView> own(UUID eventId, UUID personId, String joinUrl) {
        return Page.of(registrations.ofPerson(eventId, personId).stream()
                .map(registration -> RegistrationView.of(registration, joinUrl))
                .toList());
    }

    Page<RegistrationView> page(UUID eventId, PageRequest page, String joinUrl) {
        String scope = scope(eventId);
        String changes = page.isFirst() ? feed.now().encode(cursors, scope) : null;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                        registrations.page(eventId, after, page.fetch()),
                        page.limit(),
                        registration -> cursors.encode(scope, registration.id()),
                        registration -> RegistrationView.of(registration, joinUrl))
                .withChanges(changes);
    }

    Page<RegistrationView> changes(UUID eventId, PageRequest page, String changedSince, String joinUrl) {
        String scope = scope(eventId);
        ChangeToken token = ChangeToken.decode(cursors, scope, changedSince);
        var positions = feed.after(ChangeFeed.Table.REGISTRATION_CHANGE, eventId, token, page.limit());
        List<UUID> ids = positions.stream().map(ChangeFeed.Position::id).toList();
        Map<UUID, RegistrationView> found = Stream.concat(
                        registrations.byIds(ids).stream()
                                .map(registration -> RegistrationView.of(registration, joinUrl)),
                        tombstones.byIds(ids).stream())
                .collect(Collectors.toMap(RegistrationView::id, Function.identity()));
        List<RegistrationView> views = ids.stream().map(found::get).toList();
        ChangeToken next = positions.isEmpty() ? token : positions.getLast().token();
        return new Page<>(views, null, next.encode(cursors, scope));
    }

    private static String scope(UUID eventId) {
        return "registrations:" + eventId;
    }
}
