package rapport.events.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.person.CareerStage;
import rapport.events.person.ZoneName;
import rapport.kit.edit.Change;

@Schema(examples = "{\"sharing\": \"OFF\", \"goals\": [\"learn about ablation\"]}")
record RegistrationChange(
        Change<@NotBlank @Size(max = 200) String> displayName,
        Change<@Size(max = 100) String> givenName,
        Change<@Size(max = 100) String> familyName,
        Change<@Size(max = 300) String> affiliation,
        Change<CareerStage> careerStage,
        Change<@NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String>> interests,
        Change<@NotNull @Size(max = 20) List<@NotBlank @Size(max = 300) String>> goals,
        Change<@ZoneName String> zone,
        Change<@Pattern(regexp = NewRegistration.LANGUAGE_TAG) String> locale,
        Change<@NotNull Sharing> sharing,
        Change<@NotNull RegistrationStatus> status) {}
