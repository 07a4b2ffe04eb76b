package rapport.events.checkin;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import rapport.events.badge.BadgeTokens;
import rapport.kit.ingest.GroupCommit;
import rapport.kit.json.Parts;
import rapport.kit.lifecycle.ShutdownStep;

/** Brings check-ins to the database in shared commits. Garbage is turned away before, without a look-up. */
@ApplicationScoped
class CheckInIngest {
    private final Clock clock;
    private final BadgeTokens badges;
    private final GroupCommit<CheckIn, CheckInAnswer> singles;
    /** Apart from the single ones: an upload is a batch already, and must not keep a gate with one badge waiting. */
    private final GroupCommit<List<CheckIn>, List<CheckInAnswer>> uploads;

    CheckInIngest(CheckInStore store, BadgeTokens badges, CheckInConfig config, Clock clock) {
        this.clock = clock;
        this.badges = badges;
        this.singles =
                new GroupCommit<>("check-ins", config.queue(), config.flushers(), config.maxBatch(), store::store);
        this.uploads = new GroupCommit<>(
                "check-in-uploads",
                config.uploadQueue(),
                config.uploadFlushers(),
                config.maxUploads(),
                together(store));
    }

    private static Function<List<List<CheckIn>>, List<List<CheckInAnswer>>> together(CheckInStore store) {
        return batch -> {
            List<CheckIn> all = batch.stream().flatMap(List::stream).toList();
            Iterator<CheckInAnswer> answers = store.store(all).iterator();
            return batch.stream()
                    .map(upload ->
                            upload.stream().map(checkIn -> answers.next()).toList())
                    .toList();
        };
    }

    /** Completed after the commit that holds the check-in, or at once when it is turned away. */
    CompletionStage<CheckInAnswer> take(UUID eventId, String actor, CheckInItem item) {
        if (!badges.genuine(item.token())) {
            return CompletableFuture.completedFuture(CheckInAnswer.refused(item.scanId(), Refusal.NOT_OF_THIS_EVENT));
        }
        return singles.offer(CheckIn.of(eventId, actor, item, null, clock.instant()));
    }

    /** As {@link #take(UUID, String, CheckInItem)} for many: one answer per item, in the order given. */
    CompletionStage<List<CheckInAnswer>> take(
            UUID eventId, String actor, Instant sentAt, List<Parts.Checked<CheckInItem>> items) {
        Instant now = clock.instant();
        var answers = new CheckInAnswer[items.size()];
        var checkIns = new ArrayList<CheckIn>();
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < answers.length; i++) {
            switch (items.get(i)) {
                case Parts.Malformed<CheckInItem>(var scanId, var faults) ->
                    answers[i] = CheckInAnswer.malformed(scanId, faults);
                case Parts.WellFormed<CheckInItem>(var item)
                when !badges.genuine(item.token()) ->
                    answers[i] = CheckInAnswer.refused(item.scanId(), Refusal.NOT_OF_THIS_EVENT);
                case Parts.WellFormed<CheckInItem>(var item) -> {
                    checkIns.add(CheckIn.of(eventId, actor, item, sentAt, now));
                    positions.add(i);
                }
            }
        }
        if (checkIns.isEmpty()) {
            return CompletableFuture.completedFuture(List.of(answers));
        }
        return uploads.offer(checkIns).thenApply(stored -> {
            for (int i = 0; i < stored.size(); i++) {
                answers[positions.get(i)] = stored.get(i);
            }
            return List.of(answers);
        });
    }

    void stop(@Observes @Priority(ShutdownStep.DRAIN) ShutdownEvent event) {
        singles.close();
        uploads.close();
    }
}
