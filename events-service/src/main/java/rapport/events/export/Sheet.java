package rapport.events.export;

import java.io.IOException;

/** Writes the rows of a COPY in one format, each as it comes: memory does not grow with their number. */
interface Sheet {
    /** @param row as COPY sends it, with its line end */
    void row(byte[] row) throws IOException;

    /** Writes what comes after the last row. The stream below stays open. */
    void end() throws IOException;

    /** Cells that were given an apostrophe. */
    long guardedCells();
}
