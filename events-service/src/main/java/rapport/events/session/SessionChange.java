package rapport.events.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.person.LanguageTag;
import rapport.kit.edit.Change;
import rapport.kit.time.PlausibleYear;

@Schema(examples = "{\"room\": \"Zeremoniensaal\", \"track\": null}")
record SessionChange(
        Change<@NotBlank @Size(max = 300) String> title,
        @JsonProperty("abstract") Change<@Size(max = 20_000) String> abstractText,
        Change<@Size(max = 120) String> track,
        Change<@Size(max = 120) String> room,
        Change<@NotNull @PlausibleYear LocalDateTime> startsAt,
        Change<@NotNull @PlausibleYear LocalDateTime> endsAt,
        Change<@Size(max = 120) String> type,
        Change<@LanguageTag String> language,
        Change<@NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String>> tags,
        Change<@NotNull @Size(max = 50) List<@NotNull @Valid SessionLink>> resources,
        Change<@NotNull @Size(max = 50) List<@NotNull @Valid SessionSpeaker>> speakers) {}
