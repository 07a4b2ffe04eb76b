package rapport.events.speaker;

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

/** The two ways to read an event's speakers: page by page, or change by change. */
@ApplicationScoped
class SpeakerList {
    private final SpeakerRepository speakers;
    private final ChangeFeed feed;
    private final Cursors cursors;

    SpeakerList(SpeakerRepository speakers, ChangeFeed feed, Cursors cursors) {
        this.speakers = speakers;
        this.feed = feed;
        this.cursors = cursors;
    }

    Page<SpeakerView> page(UUID eventId, SpeakerFilter filter, PageRequest page, boolean editor) {
        String scope = scope(eventId);
        String changes = page.isFirst() && filter.isEmpty() ? feed.now().encode(cursors, scope) : null;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                        speakers.page(eventId, filter, after, page.fetch()),
                        page.limit(),
                        speaker -> cursors.encode(scope, speaker.id()),
                        speaker -> SpeakerView.of(speaker, editor))
                .withChanges(changes);
    }

    Page<SpeakerView> changes(UUID eventId, PageRequest page, String changedSince, boolean editor) {
        String scope = scope(eventId);
        ChangeToken token = ChangeToken.decode(cursors, scope, changedSince);
        var positions = feed.after(ChangeFeed.Table.SPEAKER, eventId, token, page.limit());
        Map<UUID, Speaker> found = speakers
                .byIds(positions.stream().map(ChangeFeed.Position::id).toList())
                .stream()
                .collect(Collectors.toMap(Speaker::id, Function.identity()));
        List<SpeakerView> views = positions.stream()
                .map(position -> SpeakerView.of(found.get(position.id()), editor))
                .toList();
        ChangeToken next = positions.isEmpty() ? token : positions.getLast().token();
        return new Page<>(views, null, next.encode(cursors, scope));
    }

    private static String scope(UUID eventId) {
        return "speakers:" + eventId;
    }
}
