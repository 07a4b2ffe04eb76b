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
            Integer count,
            Boolean open,
            Double weight,
            Colour colour,
            UUID reference,
            @PlausibleYear Instant at,
            @PlausibleYear LocalDateTime wall,
            @Size(max = 3) List<@NotBlank String> tags,
            List<@Valid Part> parts) {}

    record ThingChange(
            Change<@NotBlank @Size(max = 20) String> title,
            Change<Integer> count,
            Change<@PlausibleYear LocalDate> day,
            Change<@Size(max = 2) List<@NotBlank String>> tags) {}

    record ThingView(UUID id, String title, Integer count) {}

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
