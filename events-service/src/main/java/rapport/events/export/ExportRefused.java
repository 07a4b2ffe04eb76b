package rapport.events.export;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

/** Why a list is not written. Nothing has been sent by then. */
abstract class ExportRefused extends Refused {
    private ExportRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class TooManyRows extends ExportRefused {
        TooManyRows() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "too-many-rows",
                    "A worksheet holds 1048575 rows below its header and this list has more: narrow it by a filter, or"
                            + " choose csv.");
        }
    }

    static final class CellTooLong extends ExportRefused {
        CellTooLong(String key, int row) {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "cell-too-long",
                    "A cell of a worksheet holds 32767 characters and " + key + " in row " + (row + 1)
                            + " has more: leave the field out, or choose csv.");
        }
    }
}
