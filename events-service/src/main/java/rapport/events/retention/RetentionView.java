package rapport.events.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.retention.RetentionTable.Held;
import rapport.events.retention.RetentionTable.Numbers;
import rapport.events.retention.RetentionTable.State;

@Schema(examples = """
                {"eventId": "0199a4f0-6b00-7c10-8a00-000000000e01", "version": 1, "status": "ANNOUNCED",
                 "deletesOn": "2028-11-21", "deletesAt": "2028-11-20T23:00:00Z", "regularlyOn": "2028-11-21",
                 "earliestOn": "2026-11-22", "latestOn": "2029-11-21", "announcedAt": "2028-11-06T23:00:00Z",
                 "completedAt": null,
                 "goes": {"registrations": 1500, "badges": 1480, "attendance": 9120, "speakerEmails": 212},
                 "stays": ["the event, its programme and its speakers as they were public"],
                 "deleted": {"registrations": 0, "people": 0, "speakerEmails": 0}}""")
record RetentionView(
        java.util.UUID eventId,
        long version,

        @Schema(enumeration = {"PLANNED", "ANNOUNCED", "DELETING", "COMPLETED"})
        String status,

        @Schema(description = "In the zone of the event.") LocalDate deletesOn,
        Instant deletesAt,

        @Schema(description = "What follows from the event's end and its retention days.")
        LocalDate regularlyOn,

        LocalDate earliestOn,
        LocalDate latestOn,
        @Schema(nullable = true) Instant announcedAt,
        @Schema(nullable = true) Instant completedAt,

        @Schema(description = "What is deleted then, as of now.")
        Held goes,

        List<String> stays,
        @Schema(description = "What was deleted so far.") Numbers deleted) {

    private static final List<String> STAYS = List.of(
            "the event, its programme and its speakers as they were public",
            "people who have an account or are registered elsewhere, without this event",
            "the records of imports and exports, without purposes and filters",
            "the numbers of what was deleted");

    static RetentionView of(State state, Held held, RetentionConfig config, Instant now) {
        Deadline deadline = state.deadline();
        Duration notice = config.notice();
        Instant due = deadline.due(notice, now);
        return new RetentionView(
                state.eventId(),
                state.version(),
                status(state, due, now),
                due.atZone(deadline.zone()).toLocalDate(),
                due,
                deadline.regular(),
                deadline.earliest(),
                deadline.latest(config.postponableDays()),
                deadline.announcedAt(),
                state.completedAt(),
                held,
                STAYS,
                state.deleted());
    }

    private static String status(State state, Instant due, Instant now) {
        if (state.completedAt() != null) {
            return "COMPLETED";
        }
        if (state.deadline().announcedAt() == null) {
            return "PLANNED";
        }
        return due.isAfter(now) ? "ANNOUNCED" : "DELETING";
    }
}
