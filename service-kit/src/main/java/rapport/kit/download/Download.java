package rapport.kit.download;

import java.nio.file.Path;

/** A file that is the whole of an answer. */
public record Download(Path file, long bytes) {}
