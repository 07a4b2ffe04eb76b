package rapport.events.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What the other services learn about people. The only messages that carry addresses. */
sealed interface PersonMessage {
    String TOPIC = "rapport.person.v1";

    record Email(String address, boolean verified) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonChanged(
            UUID personId,
            long version,
            String displayName,
            String givenName,
            String familyName,
            String affiliation,
            String careerStage,
            String orcid,
            String zone,
            String locale,
            String subject,
            List<Email> emails,
            Links links)
            implements PersonMessage {}

    /** Nothing of the person may be kept. */
    record PersonDeleted(UUID personId, long version) implements PersonMessage {}

    static Fact fact(PersonMessage message) {
        return switch (message) {
            case PersonDeleted deleted ->
                new Fact(TOPIC, deleted.personId(), deleted.version(), "person.deleted.v1", deleted);
            case PersonChanged changed ->
                new Fact(TOPIC, changed.personId(), changed.version(), "person.changed.v1", changed);
        };
    }
}
