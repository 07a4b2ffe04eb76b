package rapport.events.webinar;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;

/** Why a report cannot be used as a whole. */
abstract sealed class ReportRefused extends Refused {
    private ReportRefused(String code, Fault fault) {
        super(code, fault);
    }

    static final class UnknownFormat extends ReportRefused {
        UnknownFormat() {
            super(
                    "unknown-format",
                    new Fault(
                            "",
                            "unknown-format",
                            "This is no report that can be recognised. Name its format, and its columns if they are others."));
        }
    }

    static final class NotThisFormat extends ReportRefused {
        NotThisFormat(WebinarFormat format) {
            super(
                    "not-this-format",
                    new Fault("", "not-this-format", "The file has no table of a " + format + " report."));
        }
    }

    static final class ZoneMissing extends ReportRefused {
        ZoneMissing() {
            super(
                    "zone-missing",
                    Fault.query(
                            "zone", "required", "The file tells times without a zone: say in which zone they are."));
        }
    }

    static final class DateOrderMissing extends ReportRefused {
        DateOrderMissing() {
            super(
                    "date-order-missing",
                    Fault.query(
                            "dateOrder",
                            "required",
                            "The file's dates can be read in two ways: say whether the day or the month comes first."));
        }
    }

    static final class TooManyRows extends ReportRefused {
        TooManyRows(int most) {
            super("too-many-rows", new Fault("", "too-many-rows", "A report has at most " + most + " rows."));
        }
    }
}
