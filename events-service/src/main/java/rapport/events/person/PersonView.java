package rapport.events.person;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f3-4000-7b10-8a00-0000000000b2", "version": 2, "displayName": "Maya Okafor",
                 "givenName": "Maya", "familyName": "Okafor", "affiliation": "Medizinische Universität Wien",
                 "careerStage": "STUDENT", "orcid": null, "zone": "Europe/Vienna", "locale": "en",
                 "emails": [{"address": "maya@students.example", "verified": true}], "links": {}}""")
record PersonView(
        UUID id,
        long version,
        String displayName,
        @Schema(nullable = true) String givenName,
        @Schema(nullable = true) String familyName,
        @Schema(nullable = true) String affiliation,
        @Schema(nullable = true) CareerStage careerStage,
        @Schema(nullable = true) String orcid,
        @Schema(nullable = true) String zone,
        @Schema(nullable = true) String locale,
        List<Address> emails,
        Links links) {

    record Address(String address, boolean verified) {}

    static PersonView of(Person person, List<PersonEmail> emails) {
        PersonDetails details = person.details();
        return new PersonView(
                person.id(),
                person.version(),
                details.displayName(),
                details.givenName(),
                details.familyName(),
                details.affiliation(),
                details.careerStage(),
                details.orcid(),
                details.zone(),
                details.locale(),
                emails.stream()
                        .map(email -> new Address(email.address(), email.verified()))
                        .toList(),
                details.links());
    }
}
