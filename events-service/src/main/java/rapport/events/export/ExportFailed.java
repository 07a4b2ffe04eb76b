package rapport.events.export;

/** The export could not be written: the database, or the disk. */
final class ExportFailed extends RuntimeException {
    ExportFailed(Exception cause) {
        super(cause);
    }
}
