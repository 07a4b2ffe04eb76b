package rapport.events.export;

import ezvcard.VCard;
import java.util.function.UnaryOperator;

/** Makes a vCard of a row. */
public interface Cards {
    /** @param cells the text of a column by its key; null when the row has none */
    VCard card(UnaryOperator<String> cells);

    /** For lists that are no people's. */
    Cards NONE = cells -> {
        throw new UnsupportedOperationException("this list has no cards");
    };
}
