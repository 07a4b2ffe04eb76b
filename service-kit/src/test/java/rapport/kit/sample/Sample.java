package rapport.kit.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.edit.Change;
import rapport.kit.time.PlausibleYear;

/** Requests and answers of the test application. */
final class Sample {
    private Sample() {}

    enum Colour {
        RED,
        GREEN
    }

    record Part(
            @NotBlank @Size(max = 10) String title,
            @Min(1) @Max(5) int rank) {}

    record NewThing(
            @NotBlank @Size(max = 20) String title,
            @Schema(nullable = true) Integer count,
            @Schema(nullable = true) Boolean open,
            @Schema(nullable = true) Double weight,
            @Schema(nullable = true) Colour colour,
            @Schema(nullable = true) UUID reference,
            @Schema(nullable = true) @PlausibleYear Instant at,
            @Schema(nullable = true) @PlausibleYear LocalDateTime wall,
            @Schema(nullable = true) @Size(max = 3) List<@NotBlank String> tags,
            @Schema(nullable = true) List<@Valid Part> parts) {}

    record ThingChange(
            Change<@NotBlank @Size(max = 20) String> title,
            Change<Integer> count,
            Change<@PlausibleYear LocalDate> day,
            Change<@Size(max = 2) List<@NotBlank String>> tags) {}

    record ThingView(
            UUID id, String title, @Schema(nullable = true) Integer count) {}

    record ChangeView(String title, String count, String tags) {}

    record Ordered(@NotNull Integer from, @NotNull Integer to) {
        @JsonCreator
        Ordered {
            if (from != null && to != null && from > to) {
                throw new IllegalArgumentException("secret of the inside");
            }
        }
    }
}
