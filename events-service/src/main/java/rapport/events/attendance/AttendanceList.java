package rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
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

/** The ways to read attendance: an event's page by page or change by change, a person's own page by page. */
@ApplicationScoped
class AttendanceList {
    private final AttendanceRows rows;
    private final ChangeFeed feed;
    private final Cursors cursors;

    AttendanceList(AttendanceRows rows, ChangeFeed feed, Cursors cursors) {
        this.rows = rows;
        this.feed = feed;
        this.cursors = cursors;
    }

    Page<AttendanceView> page(UUID eventId, AttendanceFilter filter, PageRequest page) {
        String scope = filter.scope(eventId);
        String changes = page.isFirst() ? feed.now().encode(cursors, changeScope(eventId)) : null;
        return view(scope, page, rows.ofEvent(eventId, filter, after(scope, page), page.fetch()))
                .withChanges(changes);
    }

    Page<AttendanceView> changes(UUID eventId, PageRequest page, String changedSince) {
        ChangeToken token = ChangeToken.decode(cursors, changeScope(eventId), changedSince);
        var positions = feed.after(ChangeFeed.Table.ATTENDANCE, eventId, token, page.limit());
        Map<UUID, AttendanceView> found = rows
                .byIds(positions.stream().map(ChangeFeed.Position::id).toList())
                .stream()
                .collect(Collectors.toMap(AttendanceView::id, Function.identity()));
        List<AttendanceView> views =
                positions.stream().map(position -> found.get(position.id())).toList();
        ChangeToken next = positions.isEmpty() ? token : positions.getLast().token();
        return new Page<>(views, null, next.encode(cursors, changeScope(eventId)));
    }

    /** @param eventId null for all events */
    Page<AttendanceView> own(UUID personId, UUID eventId, PageRequest page) {
        String scope = "own-attendance:" + personId + ':' + eventId;
        return view(scope, page, rows.ofPerson(personId, eventId, after(scope, page), page.fetch()));
    }

    private UUID after(String scope, PageRequest page) {
        return page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
    }

    private Page<AttendanceView> view(String scope, PageRequest page, List<AttendanceView> found) {
        return Page.of(found, page.limit(), row -> cursors.encode(scope, row.id()), row -> row);
    }

    private static String changeScope(UUID eventId) {
        return "attendance:" + eventId;
    }
}
