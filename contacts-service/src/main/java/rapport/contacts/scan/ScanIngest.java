package rapport.contacts.scan;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import rapport.kit.ingest.GroupCommit;
import rapport.kit.json.Parts;
import rapport.kit.lifecycle.ShutdownStep;

/** Brings scans to the database in shared commits. Garbage is turned away before, without a look-up. */
@ApplicationScoped
class ScanIngest {
    private final Clock clock;
    private final Badges badges;
    private final GroupCommit<Scan, ScanAnswer> singles;
    /** Apart from the single ones: an upload is a batch already, and must not keep a phone with one scan waiting. */
    private final GroupCommit<List<Scan>, List<ScanAnswer>> uploads;

    ScanIngest(ScanStore store, Badges badges, ScanConfig config, Clock clock) {
        this.clock = clock;
        this.badges = badges;
        this.singles = new GroupCommit<>("scans", config.queue(), config.flushers(), config.maxBatch(), store::store);
        this.uploads = new GroupCommit<>(
                "scan-uploads", config.uploadQueue(), config.uploadFlushers(), config.maxUploads(), together(store));
    }

    private static Function<List<List<Scan>>, List<List<ScanAnswer>>> together(ScanStore store) {
        return batch -> {
            List<Scan> all = batch.stream().flatMap(List::stream).toList();
            Iterator<ScanAnswer> answers = store.store(all).iterator();
            return batch.stream()
                    .map(upload -> upload.stream().map(scan -> answers.next()).toList())
                    .toList();
        };
    }

    /** Completed after the commit that holds the scan, or at once when it is turned away. */
    CompletionStage<ScanAnswer> take(String owner, ScanItem item) {
        if (!badges.genuine(item.badgeToken())) {
            return CompletableFuture.completedFuture(ScanAnswer.refused(item.scanId(), Refusal.BADGE_NOT_ACCEPTED));
        }
        return singles.offer(Scan.of(owner, item, null, clock.instant()));
    }

    /** As {@link #take(String, ScanItem)} for many: one answer per item, in the order given. */
    CompletionStage<List<ScanAnswer>> take(String owner, Instant sentAt, List<Parts.Checked<ScanItem>> items) {
        Instant now = clock.instant();
        var answers = new ScanAnswer[items.size()];
        var scans = new ArrayList<Scan>();
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < answers.length; i++) {
            switch (items.get(i)) {
                case Parts.Malformed<ScanItem>(var scanId, var faults) ->
                    answers[i] = ScanAnswer.malformed(scanId, faults);
                case Parts.WellFormed<ScanItem>(var item)
                when !badges.genuine(item.badgeToken()) ->
                    answers[i] = ScanAnswer.refused(item.scanId(), Refusal.BADGE_NOT_ACCEPTED);
                case Parts.WellFormed<ScanItem>(var item) -> {
                    scans.add(Scan.of(owner, item, sentAt, now));
                    positions.add(i);
                }
            }
        }
        if (scans.isEmpty()) {
            return CompletableFuture.completedFuture(List.of(answers));
        }
        return uploads.offer(scans).thenApply(stored -> {
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
