package rapport.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.person.CareerStage;
import rapport.events.person.PersonDetails;

@Schema(examples = """
                {"id": "0199a4f3-4100-7b10-8a00-0000000000c2", "version": 2,
                 "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01", "personId": "0199a4f3-4000-7b10-8a00-0000000000b2",
                 "externalId": "T-1042", "email": "maya@students.example", "displayName": "Maya Okafor",
                 "givenName": "Maya", "familyName": "Okafor", "affiliation": "Medizinische Universität Wien",
                 "careerStage": "STUDENT", "zone": "Europe/Vienna", "locale": "en", "interests": ["electrophysiology"],
                 "goals": ["find a mentor"], "sharing": "CARD", "status": "CONFIRMED", "joinUrl": null,
                 "createdAt": "2026-09-01T10:00:00Z", "updatedAt": "2026-09-01T10:00:00Z"}""")
record RegistrationView(
        UUID id,
        long version,
        UUID eventId,

        @Schema(nullable = true, description = "Null when it was deleted.")
        UUID personId,

        @Schema(nullable = true) String externalId,

        @Schema(nullable = true, description = "Null when it was deleted.")
        String email,

        @Schema(nullable = true, description = "Null when it was deleted.")
        String displayName,

        @Schema(nullable = true) String givenName,
        @Schema(nullable = true) String familyName,
        @Schema(nullable = true) String affiliation,
        @Schema(nullable = true) CareerStage careerStage,
        @Schema(nullable = true) String zone,
        @Schema(nullable = true) String locale,
        List<String> interests,
        List<String> goals,
        Sharing sharing,

        @Schema(description = "DELETED in lists of changes only: nothing else of it is left.")
        RegistrationStatus status,

        @Schema(
                nullable = true,
                description = "The private address of the webinar, once the registration is confirmed.")
        String joinUrl,

        Instant createdAt,
        Instant updatedAt) {

    static RegistrationView of(Registration registration, String joinUrl) {
        PersonDetails details = registration.details();
        return new RegistrationView(
                registration.id(),
                registration.version(),
                registration.eventId(),
                registration.personId(),
                registration.externalId(),
                registration.email(),
                details.displayName(),
                details.givenName(),
                details.familyName(),
                details.affiliation(),
                details.careerStage(),
                details.zone(),
                details.locale(),
                registration.interests(),
                registration.goals(),
                registration.sharing(),
                registration.status(),
                registration.status() == RegistrationStatus.CONFIRMED ? joinUrl : null,
                registration.createdAt(),
                registration.updatedAt());
    }

    static RegistrationView deleted(UUID id, long version, UUID eventId, Instant createdAt, Instant deletedAt) {
        return new RegistrationView(
                id,
                version,
                eventId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Sharing.OFF,
                RegistrationStatus.DELETED,
                null,
                createdAt,
                deletedAt);
    }
}
