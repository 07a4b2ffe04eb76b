package rapport.events.speaker;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.event.ContactMode;
import rapport.events.person.Links;
import rapport.events.person.PersonDetails;

@Schema(examples = """
                {"id": "0199a4f2-3000-7e10-8a00-0000000000d1", "version": 2,
                 "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01", "personId": "0199a4f2-2f00-7f10-8a00-0000000000b1",
                 "externalId": null, "displayName": "Dr. Inés López", "givenName": "Inés", "familyName": "López",
                 "credentials": "MD, PhD", "affiliation": "Hospital Clínic de Barcelona", "rorId": null, "country": "ES",
                 "orcid": "0000-0002-1825-0097", "links": {}, "bio": null, "photoUrl": null, "interests": ["arrhythmia"],
                 "contactMode": "RELAY", "email": null, "emailShared": null, "mergeProposedWith": null,
                 "status": "ACTIVE", "updatedAt": "2026-09-01T10:00:00Z"}""")
record SpeakerView(
        UUID id,
        long version,
        UUID eventId,

        @Schema(nullable = true, description = "Null when the person's data were erased.")
        UUID personId,

        @Schema(nullable = true) String externalId,
        String displayName,
        @Schema(nullable = true) String givenName,
        @Schema(nullable = true) String familyName,
        @Schema(nullable = true) String credentials,
        @Schema(nullable = true) String affiliation,
        @Schema(nullable = true) String rorId,
        @Schema(nullable = true) String country,
        @Schema(nullable = true) String orcid,
        Links links,
        @Schema(nullable = true) String bio,
        @Schema(nullable = true) String photoUrl,
        List<String> interests,
        ContactMode contactMode,

        @Schema(nullable = true, description = "Only for owners and editors of the event.")
        String email,

        @Schema(nullable = true, description = "Only for owners and editors of the event.")
        Boolean emailShared,

        @Schema(
                nullable = true,
                description = "Another speaker of the event that may be the same human; always null in lists.")
        UUID mergeProposedWith,

        SpeakerStatus status,
        Instant updatedAt) {

    static SpeakerView of(Speaker speaker, boolean editor) {
        return of(speaker, editor, null);
    }

    static SpeakerView of(Speaker speaker, boolean editor, UUID mergeProposedWith) {
        PersonDetails details = speaker.details();
        return new SpeakerView(
                speaker.id(),
                speaker.version(),
                speaker.eventId(),
                speaker.personId(),
                speaker.externalId(),
                details.displayName(),
                details.givenName(),
                details.familyName(),
                speaker.credentials(),
                details.affiliation(),
                speaker.rorId(),
                speaker.country(),
                details.orcid(),
                details.links(),
                speaker.bio(),
                speaker.photoUrl(),
                speaker.interests(),
                speaker.contactMode(),
                editor ? speaker.email() : null,
                editor ? speaker.emailShared() : null,
                editor ? mergeProposedWith : null,
                speaker.status(),
                speaker.updatedAt());
    }
}
