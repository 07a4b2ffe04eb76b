package rapport.kit.kafka;

/** Names of the record headers: CloudEvents 1.0 in binary mode, and the version of the aggregate. */
public final class MessageHeaders {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String AGGREGATE_VERSION = "aggregateversion";
    public static final String TRACEPARENT = "traceparent";

    private MessageHeaders() {}
}
