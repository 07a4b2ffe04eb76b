package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.events.sql.ChangeFeed;
import rapport.kit.paging.ChangeToken;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

/** The two ways to read a programme: page by page in the order of the day, or change by change. */
@ApplicationScoped
class SessionList {
    private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final SessionRepository sessions;
    private final ChangeFeed feed;
    private final Cursors cursors;

    SessionList(SessionRepository sessions, ChangeFeed feed, Cursors cursors) {
        this.sessions = sessions;
        this.feed = feed;
        this.cursors = cursors;
    }

    Page<SessionView> page(UUID eventId, SessionFilter filter, PageRequest page) {
        String scope = scope(eventId);
        if (page.isFirst()) {
            String changes = filter.isEmpty() ? feed.now().encode(cursors, scope) : null;
            return view(scope, page, sessions.page(eventId, filter, BEFORE_ALL, new UUID(0, 0), page.fetch()))
                    .withChanges(changes);
        }
        List<String> position = cursors.decode(scope, page.cursor());
        LocalDateTime after = LocalDateTime.parse(position.getFirst());
        return view(scope, page, sessions.page(eventId, filter, after, UUID.fromString(position.get(1)), page.fetch()));
    }

    Page<SessionView> changes(UUID eventId, PageRequest page, String changedSince) {
        String scope = scope(eventId);
        ChangeToken token = ChangeToken.decode(cursors, scope, changedSince);
        var positions = feed.after(ChangeFeed.Table.SESSION, eventId, token, page.limit());
        Map<UUID, Session> found = sessions
                .byIds(positions.stream().map(ChangeFeed.Position::id).toList())
                .stream()
                .collect(Collectors.toMap(Session::id, Function.identity()));
        List<SessionView> views = positions.stream()
                .map(position -> SessionView.of(found.get(position.id())))
                .toList();
        ChangeToken next = positions.isEmpty() ? token : positions.getLast().token();
        return new Page<>(views, null, next.encode(cursors, scope));
    }

    private Page<SessionView> view(String scope, PageRequest page, List<Session> rows) {
        return Page.of(
                rows,
                page.limit(),
                session -> cursors.encode(scope, session.startsAt(), session.id()),
                SessionView::of);
    }

    private static String scope(UUID eventId) {
        return "sessions:" + eventId;
    }
}
