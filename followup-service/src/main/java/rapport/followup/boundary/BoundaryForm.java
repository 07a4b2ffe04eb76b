package rapport.followup.boundary;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import rapport.kit.edit.ETags;
import rapport.kit.problem.Invalid;

/**
 * A boundary as a form in a page holds it: everything is text.
 *
 * @param version of the boundary that the page showed
 */
record BoundaryForm(
        @RestForm("mode") String mode,
        @RestForm("weeklyBudget") String weeklyBudget,
        @RestForm("zone") String zone,
        @RestForm("day") List<String> days,
        @RestForm("from") String from,
        @RestForm("to") String to,
        @RestForm("topics") String topics,
        @RestForm("languages") String languages,
        @RestForm("mentoring") String mentoring,
        @RestForm("until") String until,
        @RestForm("version") String version) {

    BoundaryForm {
        days = days == null ? List.of() : List.copyOf(days);
    }

    /** @param zone in which days begin and end */
    static BoundaryForm of(BoundaryView boundary, ZoneId zone) {
        return new BoundaryForm(
                boundary.mode().name(),
                Integer.toString(boundary.weeklyBudget()),
                boundary.zone() == null ? "" : boundary.zone(),
                boundary.workingDays().stream().map(DayOfWeek::name).toList(),
                boundary.from(),
                boundary.to(),
                String.join(", ", boundary.topics()),
                String.join(", ", boundary.languages()),
                boundary.mentoring() == null ? "" : boundary.mentoring().toString(),
                boundary.until() == null
                        ? ""
                        : boundary.until().atZone(zone).toLocalDate().toString(),
                Long.toString(boundary.version()));
    }

    /** @throws Invalid when something is no number, no day or no mode */
    NewBoundary wanted(ZoneId personZone) {
        try {
            BoundaryMode wantedMode = BoundaryMode.valueOf(given(mode));
            ZoneId own = given(zone).isEmpty() ? personZone : ZoneId.of(given(zone));
            // Only a closed door opens again; a date that is left over from before means nothing.
            boolean ends = wantedMode == BoundaryMode.CLOSED && !given(until).isEmpty();
            Instant end = ends ? LocalDate.parse(given(until)).atStartOfDay(own).toInstant() : null;
            return new NewBoundary(
                    wantedMode,
                    Integer.valueOf(given(weeklyBudget)),
                    given(zone).isEmpty() ? null : given(zone),
                    days.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                    given(from),
                    given(to),
                    items(topics),
                    items(languages),
                    given(mentoring).isEmpty() ? null : Boolean.valueOf(given(mentoring)),
                    end,
                    null);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Invalid.of("", "malformed", "A value of the form is not readable.");
        }
    }

    /** As the API's If-Match, so that a page that was left open overwrites nothing. */
    String ifMatch() {
        try {
            return ETags.of(Long.parseLong(given(version)));
        } catch (NumberFormatException e) {
            throw Invalid.of("", "malformed", "The form names no version.");
        }
    }

    private static List<String> items(String text) {
        return Arrays.stream(given(text).split("[,\n]"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String given(String value) {
        return value == null ? "" : value.strip();
    }
}
