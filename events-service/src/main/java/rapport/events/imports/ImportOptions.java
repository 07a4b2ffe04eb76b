package rapport.events.imports;

/** @param dryRun tell what would happen and leave nothing behind */
public record ImportOptions(boolean dryRun, ImportMode mode) {}
