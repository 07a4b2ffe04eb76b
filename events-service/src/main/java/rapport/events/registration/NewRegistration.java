package rapport.events.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.person.CareerStage;
import rapport.events.person.PersonDetails;
import rapport.events.person.ZoneName;
import rapport.kit.identifier.MailAddress;

@Schema(examples = """
                {"email": "maya@students.example", "displayName": "Maya Okafor", "affiliation": "Medizinische Universität Wien",
                 "careerStage": "STUDENT", "interests": ["electrophysiology"], "goals": ["find a mentor"],
                 "zone": "Europe/Vienna", "locale": "en", "sharing": "CARD"}""")
record NewRegistration(
        @MailAddress
        @Size(max = 254)
        @Schema(
                nullable = true,
                description = "Staff has to send it. For others it is the verified address of the sign-in.")
        String email,

        @NotBlank @Size(max = 200) String displayName,
        @Size(max = 100) @Schema(nullable = true) String givenName,
        @Size(max = 100) @Schema(nullable = true) String familyName,
        @Size(max = 300) @Schema(nullable = true) String affiliation,
        @Schema(nullable = true) CareerStage careerStage,
        @Size(max = 50) @Schema(nullable = true) List<@NotBlank @Size(max = 100) String> interests,
        @Size(max = 20) @Schema(nullable = true) List<@NotBlank @Size(max = 300) String> goals,
        @ZoneName @Schema(nullable = true) String zone,

        @Pattern(regexp = NewRegistration.LANGUAGE_TAG) @Schema(nullable = true)
        String locale,

        @Schema(nullable = true, description = "ASK_ME when it is not sent.")
        Sharing sharing,

        @Size(max = 200)
        @Schema(nullable = true, description = "The organizer's own key; unique within the event. Staff only.")
        String externalId) {
    static final String LANGUAGE_TAG = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}";

    /** What this tells about the person. */
    PersonDetails person() {
        return new PersonDetails(
                displayName, givenName, familyName, affiliation, careerStage, null, zone, locale, null);
    }
}
