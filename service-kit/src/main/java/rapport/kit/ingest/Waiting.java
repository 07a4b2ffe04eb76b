package rapport.kit.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An item and the caller who waits for its outcome. */
final class Waiting<I, O> extends CompletableFuture<O> {
    private final I item;
    private final long since;

    Waiting(I item, long since) {
        this.item = item;
        this.since = since;
    }

    long since() {
        return since;
    }

    static <I, O> List<I> items(List<Waiting<I, O>> batch) {
        var items = new ArrayList<I>(batch.size());
        batch.forEach(waiting -> items.add(waiting.item));
        return items;
    }
}
