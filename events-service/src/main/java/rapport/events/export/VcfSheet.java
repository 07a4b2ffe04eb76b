package rapport.events.export;

import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import rapport.kit.contentline.FoldedLines;

/** One vCard 4.0 (RFC 6350) per row. */
final class VcfSheet implements Sheet {
    private final List<String> keys;
    private final Cards cards;
    private final VCardWriter writer;

    VcfSheet(OutputStream out, List<String> keys, Cards cards) {
        this.keys = keys;
        this.cards = cards;
        var folded = new OutputStreamWriter(new FoldedLines(out), StandardCharsets.UTF_8);
        this.writer = new VCardWriter(folded, VCardVersion.V4_0);
        // The library counts characters where the RFC counts octets, so lines are folded below it.
        writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
        writer.setAddProdId(false);
        writer.setVersionStrict(true);
    }

    @Override
    public void row(byte[] row) throws IOException {
        String[] cells = CopyText.cells(row, keys.size());
        writer.write(cards.card(key -> {
            int at = keys.indexOf(key);
            return at < 0 ? null : cells[at];
        }));
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }

    @Override
    public long guardedCells() {
        return 0;
    }
}
