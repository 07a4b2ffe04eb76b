package rapport.kit.outbox;

/**
 * A topic that a service publishes to. Services produce one bean per topic; the relay creates what is missing.
 *
 * <pre>{@code
 * @Produces @Singleton
 * TopicSpec orders() { return TopicSpec.state("shop.order.v1"); }
 * }</pre>
 *
 * @param compacted true: the topic carries state and keeps the last message of each key; false: facts, kept for a while
 * @param partitions used when the topic is created, later changes are an operator's work
 */
public record TopicSpec(String name, boolean compacted, int partitions) {
    private static final int PARTITIONS = 6;

    public TopicSpec {
        if (name == null || !name.matches("[a-zA-Z0-9._-]{1,249}")) {
            throw new IllegalArgumentException("not a topic name: " + name);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least one partition");
        }
    }

    /** A compacted topic of state-carrying messages. */
    public static TopicSpec state(String name) {
        return new TopicSpec(name, true, PARTITIONS);
    }

    /** A topic of facts, deleted after {@code kit.topics.fact-retention}. */
    public static TopicSpec facts(String name) {
        return new TopicSpec(name, false, PARTITIONS);
    }
}
