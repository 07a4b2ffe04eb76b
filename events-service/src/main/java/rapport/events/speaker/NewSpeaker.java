package rapport.events.speaker;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.event.ContactMode;
import rapport.events.person.Links;
import rapport.kit.identifier.MailAddress;
import rapport.kit.identifier.OrcidId;

@Schema(examples = """
                {"displayName": "Dr. Inés López", "givenName": "Inés", "familyName": "López", "credentials": "MD, PhD",
                 "affiliation": "Hospital Clínic de Barcelona", "country": "ES", "orcid": "0000-0002-1825-0097",
                 "email": "ines.lopez@clinic.example", "emailShared": false, "contactMode": "RELAY",
                 "links": {"linkedin": "https://www.linkedin.com/in/ines-lopez"}, "interests": ["arrhythmia"]}""")
record NewSpeaker(
        @NotBlank @Size(max = 200) String displayName,
        @Size(max = 100) @Schema(nullable = true) String givenName,
        @Size(max = 100) @Schema(nullable = true) String familyName,
        @Size(max = 100) @Schema(nullable = true) String credentials,
        @Size(max = 300) @Schema(nullable = true) String affiliation,

        @RorId @Schema(nullable = true) String rorId,

        @Country @Schema(nullable = true, description = "ISO 3166-1 alpha-2.")
        String country,

        @OrcidId @Schema(nullable = true) String orcid,
        @Size(max = 10_000) @Schema(nullable = true) String bio,

        @Size(max = 500) @Pattern(regexp = Links.WEB) @Schema(nullable = true)
        String photoUrl,

        @MailAddress @Size(max = 254) @Schema(nullable = true, description = "Private: never part of a public answer.")
        String email,

        @Schema(nullable = true, description = "The speaker agrees that the address goes into exports.")
        Boolean emailShared,

        @Schema(nullable = true, description = "The event's mode when it is not sent.")
        ContactMode contactMode,

        @Size(max = 200) @Schema(nullable = true, description = "The organizer's own key; unique within the event.")
        String externalId,

        @Valid @Schema(nullable = true) Links links,
        @Size(max = 50) @Schema(nullable = true) List<@NotBlank @Size(max = 100) String> interests) {

    NewSpeaker known(String newExternalId) {
        return new NewSpeaker(
                displayName,
                givenName,
                familyName,
                credentials,
                affiliation,
                rorId,
                country,
                orcid,
                bio,
                photoUrl,
                email,
                emailShared,
                contactMode,
                newExternalId,
                links,
                interests);
    }
}
