package rapport.events.livecount;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.UUID;

/** One open stream. Only the board's thread speaks to it. */
final class Listener {
    private final UUID eventId;
    private final MultiEmitter<? super Notice> emitter;
    private final Instant end;
    private Instant silentSince;
    private LiveCounts told;

    Listener(UUID eventId, MultiEmitter<? super Notice> emitter, Instant now, Instant end) {
        this.eventId = eventId;
        this.emitter = emitter;
        this.silentSince = now;
        this.end = end;
    }

    UUID eventId() {
        return eventId;
    }

    /** Tells what is new, or after a while that nothing is. */
    void tell(long number, LiveCounts counts, Instant now, CountConfig config) {
        if (!counts.equals(told)) {
            told = counts;
            speak(new Notice.Counted(number, counts), now);
        } else if (!now.isBefore(silentSince.plus(config.heartbeat()))) {
            speak(new Notice.Heartbeat(), now);
        }
        if (!now.isBefore(end)) {
            close();
        }
    }

    private void speak(Notice notice, Instant now) {
        silentSince = now;
        emitter.emit(notice);
    }

    void close() {
        emitter.complete();
    }
}
