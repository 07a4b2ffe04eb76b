package rapport.followup.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed of one's own follow-ups. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CalendarFeed")
record FeedView(
        @Schema(nullable = true, description = "Told once, when the feed is opened. Who knows it reads the feed.")
        String url,

        Instant createdAt) {}
