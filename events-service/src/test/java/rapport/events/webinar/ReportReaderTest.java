package rapport.events.webinar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.kit.problem.Invalid;

/** Files as the platforms write them, with everything that is in the way. */
class ReportReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aZoomWebinarReportOfTheNightInWhichClocksGoBack() {
        Report report = read("zoom-webinar-dst-night.csv");

        assertThat(report.format()).isEqualTo(WebinarFormat.ZOOM_WEBINAR);
        assertThat(report.faults()).isEmpty();
        assertThat(report.absent()).isEqualTo(1);
        assertThat(stays(report, "maya@students.example"))
                .containsExactly(
                        "2026-10-24T23:00:00Z 2026-10-24T23:40:00Z",
                        "2026-10-25T00:30:00Z 2026-10-25T01:15:00Z",
                        "2026-10-24T23:30:00Z 2026-10-24T23:50:00Z");
        assertThat(stays(report, "ben@students.example"))
                .as("80 minutes say that the second 02:10 is meant")
                .containsExactly("2026-10-24T23:50:00Z 2026-10-25T01:10:00Z");
        assertThat(report.rows())
                .extracting(row -> row.who().name())
                .contains("Congress Office", "Núñez, Ana", "4930****17", "=cmd|' /C calc'!A0");
    }

    @Test
    void aZoomWebinarReportWithLongDatesAndRowsThatOnlyContinueTheOneBefore() {
        Report report = read("zoom-webinar-long-dates.csv");

        assertThat(stays(report, "maya@students.example"))
                .containsExactly(
                        "2026-10-01T07:03:10Z 2026-10-01T07:20:00Z", "2026-10-01T07:25:00Z 2026-10-01T08:02:00Z");
        assertThat(report.rows()).hasSize(2);
        assertThat(report.absent()).isEqualTo(1);
    }

    @Test
    void aZoomMeetingReportWithALineAboutTheMeetingAWaitingRoomAndSomebodyWithoutAName() {
        Report report = read("zoom-meeting.csv");

        assertThat(report.format()).isEqualTo(WebinarFormat.ZOOM_MEETING);
        assertThat(stays(report, "maya@students.example")).containsExactly("2026-10-01T07:00:00Z 2026-10-01T07:30:00Z");
        assertThat(report.rows())
                .extracting(row -> row.who().name())
                .containsExactly("Maya Okafor", "Dr. Adeyemi", "Wei, Chen", "iPhone");
        assertThat(report.rows().get(1).who().otherName()).isEqualTo("Ben Adeyemi");
        assertThat(report.rows().get(2).leftAt())
                .as("without an end, the length tells it")
                .isEqualTo("2026-10-01T08:00:00Z");
        assertThat(report.anonymous()).isEqualTo(1);
        assertThat(report.faults()).containsExactly(new Report.Fault(11, "Broken Clock", "unreadable-time"));
    }

    @Test
    void aZoomReportOfUniqueUsersHasLengthsOnlyAndNeedsNoZone() {
        Report report = ReportReader.read(file("zoom-meeting-unique-users.csv"), options(null, null, null, Map.of()));

        assertThat(report.rows())
                .extracting(row -> row.who().email() + " " + row.joinedAt() + " " + row.seconds())
                .containsExactly("maya@students.example null 2520", "ben@students.example null 3600");
    }

    @Test
    void germanFrenchAndSpanishZoomReports() {
        assertThat(stays(read("zoom-meeting-de.csv"), "maya@students.example"))
                .containsExactly("2026-10-01T07:00:00Z 2026-10-01T07:30:00Z");
        assertThat(read("zoom-meeting-de.csv").rows())
                .as("the other one waited")
                .hasSize(1);
        assertThat(stays(read("zoom-meeting-fr.csv"), "maya@students.example"))
                .as("the 13th in another row says that the day comes first")
                .containsExactly("2026-10-01T07:00:00Z 2026-10-01T07:30:00Z");
        assertThat(stays(read("zoom-meeting-es.csv"), "maya@students.example"))
                .containsExactly("2026-10-01T07:00:00Z 2026-10-01T11:30:00Z");
    }

    @Test
    void aTeamsReportTellsTheGapsInItsThirdSection() {
        Report report = read("teams-2022.csv");

        assertThat(report.format()).isEqualTo(WebinarFormat.TEAMS);
        assertThat(stays(report, "maya@students.example"))
                .containsExactly(
                        "2026-10-01T07:00:00Z 2026-10-01T07:20:00Z", "2026-10-01T07:40:00Z 2026-10-01T08:00:00Z");
        assertThat(report.rows()).extracting(row -> row.who().name()).contains("Adeyemi, Ben", "Chen Wei");
    }

    @Test
    void aTeamsReportWithoutActivitiesCountsNoMoreThanTheTimeInTheMeeting() {
        Report report = read("teams-2022-without-activities.csv");

        assertThat(stays(report, "maya@students.example")).containsExactly("2026-10-01T07:00:00Z 2026-10-01T07:40:00Z");
        assertThat(stays(report, "chen@students.example"))
                .as("known by the principal name")
                .hasSize(1);
    }

    @Test
    void aGermanTeamsReportOfTheNightInWhichClocksGoBack() {
        Report report = read("teams-de.csv");

        assertThat(stays(report, "maya@students.example")).containsExactly("2026-10-24T23:50:00Z 2026-10-25T01:10:00Z");
        assertThat(report.rows().getLast().who().name()).isEqualTo("Gast Müller");
    }

    @Test
    void olderTeamsReports() {
        assertThat(stays(read("teams-2021.csv"), "maya@students.example"))
                .containsExactly(
                        "2026-10-01T07:00:00Z 2026-10-01T07:58:12Z", "2026-10-01T07:59:00Z 2026-10-01T08:00:00Z");
        Report actions = read("teams-2020-actions.csv");
        assertThat(actions.format()).isEqualTo(WebinarFormat.TEAMS);
        assertThat(actions.rows())
                .extracting(row -> row.who().name() + " " + row.joinedAt() + " " + row.leftAt())
                .containsExactly(
                        "Maya Okafor 2026-10-01T07:00:00Z 2026-10-01T07:20:00Z",
                        "Maya Okafor 2026-10-01T07:30:00Z null",
                        "Ben Adeyemi 2026-10-01T07:10:00Z null");
    }

    @Test
    void aGoToWebinarReportNamesItsZonesSoNobodyElseHasTo() {
        Report report = ReportReader.read(file("gotowebinar.csv"), options(null, null, null, Map.of()));

        assertThat(report.format()).isEqualTo(WebinarFormat.GOTOWEBINAR);
        assertThat(stays(report, "maya@students.example"))
                .containsExactly(
                        "2026-10-25T00:30:00Z 2026-10-25T01:15:00Z", "2026-10-25T02:00:00Z 2026-10-25T02:30:00Z");
        assertThat(stays(report, "ben@students.example")).containsExactly("2026-10-24T23:00:00Z 2026-10-25T00:03:00Z");
        assertThat(report.absent()).isEqualTo(1);
    }

    @Test
    void aBigBlueButtonDashboardAsCsv() {
        Report report = read("bigbluebutton.csv");

        assertThat(report.format()).isEqualTo(WebinarFormat.BIGBLUEBUTTON);
        assertThat(report.rows())
                .extracting(row -> row.who().name() + " " + row.joinedAt() + " " + row.leftAt())
                .containsExactly(
                        "Maya Okafor 2026-10-01T07:00:00Z 2026-10-01T07:45:00Z",
                        "Ben Adeyemi 2026-10-01T07:30:00Z 2026-10-01T08:00:00Z");
    }

    @Test
    void aBigBlueButtonDashboardAsJsonInBothShapesOfItsSessions() {
        Report report = ReportReader.read(file("bigbluebutton.json"), options(null, null, null, Map.of()));

        assertThat(report.rows())
                .extracting(row -> row.who().externalId() + " " + row.joinedAt() + " " + row.leftAt())
                .containsExactly(
                        "T-1042 2026-10-01T07:00:00Z 2026-10-01T07:20:00Z",
                        "T-1042 2026-10-01T07:30:00Z 2026-10-01T08:00:00Z",
                        "T-1042 2026-10-01T07:10:00Z 2026-10-01T07:25:00Z",
                        "gl-guest-77 2026-10-01T07:05:00Z 2026-10-01T07:45:00Z");
        assertThat(report.faults()).extracting(Report.Fault::reason).containsExactly("unreadable-time");
    }

    @Test
    void aGenericTableWithOffsetsNeedsNoZone() {
        Report report = ReportReader.read(file("generic.csv"), options(null, null, null, Map.of()));

        assertThat(report.format()).isEqualTo(WebinarFormat.GENERIC_CSV);
        assertThat(report.rows())
                .extracting(row -> row.who().shown() + " " + row.joinedAt() + " " + row.leftAt() + " " + row.seconds())
                .containsExactly(
                        "Maya Okafor 2026-10-01T07:00:00Z 2026-10-01T07:30:00Z null",
                        "Ana Núñez 2026-10-01T07:00:00Z null null",
                        "Ben Adeyemi null null 1500");
        assertThat(report.rows().get(1).who().orcid()).isEqualTo("0000-0002-1825-0097");
    }

    @Test
    void columnsOfOnesOwnAreNamedByTheCaller() {
        var columns = Map.of(Column.NAME, "Wer", Column.EMAIL, "Post", Column.JOINED, "Von", Column.LEFT, "Bis");

        Report report = ReportReader.read(file("generic-own-columns.csv"), options(null, BERLIN, null, columns));

        assertThat(stays(report, "maya@students.example")).containsExactly("2026-10-01T07:00:00Z 2026-10-01T07:30:00Z");
    }

    @Test
    void timesWithoutAZoneAreNotGuessed() {
        assertThatThrownBy(() -> ReportReader.read(file("zoom-meeting.csv"), options(null, null, null, Map.of())))
                .isInstanceOf(ReportRefused.ZoneMissing.class);
    }

    @Test
    void datesThatCanBeReadInTwoWaysAreReadAsTheOneNearTheSession() {
        byte[] report =
                "name,joined_at,left_at\nMaya,10/01/2026 09:00,10/01/2026 09:30\n".getBytes(StandardCharsets.UTF_8);

        assertThat(ReportReader.read(report, options(null, BERLIN, null, Map.of()))
                        .rows()
                        .getFirst()
                        .joinedAt())
                .isEqualTo("2026-10-01T07:00:00Z");
        assertThat(ReportReader.read(report, options(null, BERLIN, DateOrder.DAY_FIRST, Map.of()))
                        .rows()
                        .getFirst()
                        .joinedAt())
                .isEqualTo("2026-01-10T08:00:00Z");
    }

    @Test
    void datesThatAreNearTheSessionInNeitherReadingHaveToBeExplained() {
        byte[] report = "name,joined_at\nMaya,03/04/2027 09:00\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ReportReader.read(report, options(null, BERLIN, null, Map.of())))
                .isInstanceOf(ReportRefused.DateOrderMissing.class);
    }

    @Test
    void whatIsNoReportIsRefused() {
        for (String text : List.of("", "hello", "a,b\n1,2\n", "<html></html>")) {
            assertThatThrownBy(() -> ReportReader.read(
                            text.getBytes(StandardCharsets.UTF_8), options(null, BERLIN, null, Map.of())))
                    .as(text)
                    .isInstanceOf(ReportRefused.UnknownFormat.class);
        }
        assertThatThrownBy(() -> ReportReader.read("{\"users\": [".getBytes(), options(null, BERLIN, null, Map.of())))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ReportReader.read("{}".getBytes(), options(null, BERLIN, null, Map.of())))
                .isInstanceOf(ReportRefused.NotThisFormat.class);
        assertThatThrownBy(() ->
                        ReportReader.read(file("zoom-meeting.csv"), options(WebinarFormat.TEAMS, null, null, Map.of())))
                .isInstanceOf(ReportRefused.class);
    }

    private static List<String> stays(Report report, String email) {
        return report.rows().stream()
                .filter(row -> email.equals(row.who().email()))
                .map(row -> row.joinedAt() + " " + row.leftAt())
                .toList();
    }

    private static Report read(String name) {
        return ReportReader.read(file(name), options(null, BERLIN, null, Map.of()));
    }

    private static ReadOptions options(
            WebinarFormat format, ZoneId zone, DateOrder order, Map<Column, String> columns) {
        return new ReadOptions(
                format,
                zone,
                order,
                columns,
                Instant.parse("2026-10-01T07:00:00Z"),
                Instant.parse("2026-10-01T08:00:00Z"));
    }

    static byte[] file(String name) {
        try (var stream = ReportReaderTest.class.getResourceAsStream("/webinar/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
