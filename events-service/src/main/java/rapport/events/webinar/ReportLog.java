package rapport.events.webinar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import rapport.events.imports.Outcome;

/** Collects what becomes of a report's participants. */
final class ReportLog {
    private static final String KIND = "attendee";

    private final Report report;
    private final List<ReportLine> rows = new ArrayList<>();
    private final Map<Match, Integer> counts = new EnumMap<>(Match.class);

    ReportLog(Report report) {
        this.report = report;
        report.faults()
                .forEach(fault ->
                        rows.add(new ReportLine(fault.line(), KIND, fault.shown(), Outcome.ERROR, fault.reason())));
    }

    void add(Participant participant, Outcome outcome) {
        Found found = participant.found();
        counts.merge(found.match(), 1, Integer::sum);
        boolean waits = found.match() == Match.UNMATCHED;
        String how = found.match().name().toLowerCase(Locale.ROOT).replace('_', '-');
        rows.add(new ReportLine(
                participant.stays().getFirst().line(),
                KIND,
                participant.who().shown(),
                waits ? Outcome.CONFLICT : outcome,
                found.reason() == null ? how : found.reason()));
    }

    WebinarReportView view(
            UUID importId, boolean dryRun, boolean unchanged, int part, int withdrawn, SessionTime session) {
        boolean outside = !report.rows().isEmpty() && report.rows().stream().noneMatch(session::touches);
        int unmatched = counts.getOrDefault(Match.UNMATCHED, 0);
        int ignored = counts.getOrDefault(Match.IGNORED, 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new WebinarReportView(
                dryRun ? null : importId,
                dryRun,
                unchanged,
                report.format(),
                part,
                all - unmatched - ignored,
                unmatched,
                ignored,
                report.absent(),
                report.anonymous(),
                withdrawn,
                outside ? List.of("outside-the-session") : List.of(),
                rows.stream()
                        .sorted(Comparator.comparing(ReportLine::outcome)
                                .reversed()
                                .thenComparing(ReportLine::row))
                        .limit(WebinarReportView.MOST_ROWS)
                        .toList(),
                rows.size() > WebinarReportView.MOST_ROWS);
    }
}
