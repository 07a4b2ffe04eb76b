package rapport.kit.lifecycle;

/**
 * The order in which a service stops: priorities for observers of {@link io.quarkus.runtime.ShutdownEvent}.
 *
 * <pre>{@code
 * void stop(@Observes @Priority(ShutdownStep.DRAIN) ShutdownEvent event) { ingest.close(); }
 * }</pre>
 *
 * <p>Before them all, readiness goes down ({@code quarkus.shutdown.delay} gives load balancers the time to notice) and requests under
 * way are finished ({@code quarkus.shutdown.timeout}). After them all the container closes the connection pools, so whatever
 * needs the database has to end in one of these steps. Observers without a priority run after the last step.
 */
public final class ShutdownStep {
    /** Nothing new is begun from now on: {@link ShutdownState} says so. */
    public static final int ANNOUNCE = 100;

    /** Stop claiming and consuming; wait until what was claimed is either done or given back. */
    public static final int STOP_INTAKE = 200;

    /** Finish what callers wait for: group commits, deliveries under way. */
    public static final int DRAIN = 300;

    /** Publish what the steps before have written. */
    public static final int FLUSH = 400;

    /** Close clients and whatever else is left. */
    public static final int CLOSE = 500;

    private ShutdownStep() {}
}
