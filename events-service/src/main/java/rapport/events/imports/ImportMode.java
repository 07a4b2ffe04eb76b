package rapport.events.imports;

/** What happens to the good rows of a file that has bad ones as well. */
public enum ImportMode {
    /** The good rows are kept, the others are reported. */
    BEST_EFFORT,
    /** One row that is an error or a conflict refuses the whole file. */
    ALL_OR_NOTHING
}
