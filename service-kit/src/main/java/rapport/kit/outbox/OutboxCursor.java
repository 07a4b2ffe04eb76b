package rapport.kit.outbox;

/**
 * How far the relay has come, in terms of visibility and not of numbers alone: transactions commit in another order than
 * they draw numbers or ids.
 *
 * @param published snapshot of which every visible row is in Kafka
 * @param target snapshot whose further rows are being published; null between two of them
 * @param position the rows of the target up to this number are in Kafka
 */
record OutboxCursor(String published, String target, long position) {
    /** Begins to publish what has become visible between two snapshots. */
    OutboxCursor towards(String snapshot, long before) {
        return new OutboxCursor(published, snapshot, before);
    }

    OutboxCursor at(long newPosition) {
        return new OutboxCursor(published, target, newPosition);
    }

    /** Everything visible in the target is in Kafka. */
    OutboxCursor arrived() {
        return new OutboxCursor(target, null, 0);
    }
}
