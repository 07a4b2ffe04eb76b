package rapport.events.webinar;

import java.util.List;

/**
 * A report as it was read.
 *
 * @param rows who was there
 * @param absent how many people the report lists as not there
 * @param anonymous stays of people of whom the report says nothing
 * @param faults rows that cannot be used, and why
 */
record Report(WebinarFormat format, List<ReportRow> rows, int absent, int anonymous, List<Fault> faults) {
    record Fault(long line, String shown, String reason) {}
}
