package rapport.kit.upkeep;

import java.sql.SQLException;

/** Work that is to be done now and then, whoever asks for it or not. Every replica may do it at the same time; that does no harm. */
public interface Chore {

    /** Does a bounded part of it in a transaction of its own; returns how much there was, 0 when nothing is left. */
    int runOnce() throws SQLException;
}
