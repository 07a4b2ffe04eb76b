package rapport.followup.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.preparation.Advice;
import rapport.followup.preparation.Preparation;

/** What its owner should have in mind before the message is written. Nobody else is shown it, and it holds no address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Brief")
record BriefView(
        UUID followUpId,
        Preparation preparation,
        Who person,
        Interests interests,
        Met met,
        Owed owed,
        Rules boundary,
        History history,

        @Schema(description = "What keeps the message from being approved, and what would make it better.")
        List<Advice> checks) {

    /** What is public of them: a speaker's part in their events; of others only the name they share. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BriefPerson")
    record Who(
            @Schema(nullable = true) String name,
            boolean speaker,
            @Schema(nullable = true) String affiliation,
            @Schema(nullable = true) String orcid,
            Map<String, String> links,
            List<Talk> talks) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BriefTalk")
    record Talk(String title, @Schema(nullable = true) String event) {}

    /** @param common what both care about */
    @Schema(name = "BriefInterests")
    record Interests(List<String> mine, List<String> theirs, List<String> common) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BriefMeeting")
    record Met(
            @Schema(nullable = true) Instant at,
            @Schema(nullable = true) String event,
            @Schema(nullable = true) String session,
            @Schema(nullable = true) String place,
            @Schema(nullable = true) String topic) {}

    /** From the ledger. */
    @Schema(name = "BriefOwed")
    record Owed(List<Promise> promises, int given, int received, int asked, int unthanked) {}

    /** @param by ME or THEM */
    @Schema(name = "BriefPromise")
    record Promise(Party by, String what, LocalDate dueOn, boolean overdue) {}

    enum Party {
        ME,
        THEM
    }

    /** @param remaining messages that the person would accept this week, from everybody together */
    @Schema(name = "BriefBoundary")
    record Rules(BoundaryMode mode, int weeklyBudget, int remaining) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BriefHistory")
    record History(
            int sent,
            @Schema(nullable = true) Instant lastSentAt,
            @Schema(nullable = true) Instant lastHeardAt) {}
}
