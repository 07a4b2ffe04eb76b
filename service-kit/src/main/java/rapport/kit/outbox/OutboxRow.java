package rapport.kit.outbox;

/** A fact as stored. Texts that are only passed on stay bytes. */
record OutboxRow(
        long seq,
        String topic,
        byte[] key,
        byte[] id,
        long version,
        String type,
        long createdMicros,
        byte[] trace,
        byte[] body) {}
