package rapport.events.livecount;

/** What a stream says. */
sealed interface Notice {
    /** @param number counts what this replica has said about the event */
    record Counted(long number, LiveCounts counts) implements Notice {}

    /** Nothing new; the stream is alive. */
    record Heartbeat() implements Notice {}
}
