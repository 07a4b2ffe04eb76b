package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Keeps who speaks where, and how they want to be contacted unless they say so themselves. */
@ApplicationScoped
public class SpeakerFeed implements MessageHandler {

    static final String CHANGED = "speaker.changed.v1";
    private static final String DELETED = "speaker.deleted.v1";

    private static final String UPSERT = """
            insert into speaker as known (speaker_id, version, deleted, event_id, person_id, contact_mode, status,
                                          affiliation, orcid, interests, links)
            select distinct on ("speakerId")
                   "speakerId", version, deleted, "eventId", "personId", "contactMode", status, affiliation, orcid,
                   interests, links
            from   jsonb_to_recordset(?::jsonb) as incoming ("speakerId" uuid, version bigint, deleted boolean,
                   "eventId" uuid, "personId" uuid, "contactMode" text, status text, affiliation text, orcid text,
                   interests jsonb, links jsonb)
            order  by "speakerId", version desc
            on conflict (speaker_id) do update
            set    version = excluded.version, deleted = excluded.deleted, event_id = excluded.event_id,
                   person_id = excluded.person_id, contact_mode = excluded.contact_mode, status = excluded.status,
                   affiliation = excluded.affiliation, orcid = excluded.orcid, interests = excluded.interests,
                   links = excluded.links
            where  excluded.version > known.version
            """;

    /** What is read of the message. */
    record Changed(
            UUID speakerId,
            UUID eventId,
            UUID personId,
            String contactMode,
            String status,
            String affiliation,
            String orcid,
            List<String> interests,
            Map<String, String> links) {}

    private record Row(
            UUID speakerId,
            long version,
            boolean deleted,
            UUID eventId,
            UUID personId,
            String contactMode,
            String status,
            String affiliation,
            String orcid,
            List<String> interests,
            Map<String, String> links) {}

    @Override
    public String topic() {
        return "rapport.speaker.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        Upsert.run(connection, UPSERT, batch.stream().map(SpeakerFeed::row).toList());
    }

    private static Row row(Inbound message) {
        if (message.type().equals(DELETED)) {
            return new Row(
                    message.aggregateId(),
                    message.version(),
                    true,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Map.of());
        }
        Changed speaker = message.read(Changed.class);
        message.requireKey(speaker.speakerId());
        return new Row(
                speaker.speakerId(),
                message.version(),
                false,
                speaker.eventId(),
                speaker.personId(),
                speaker.contactMode(),
                speaker.status(),
                speaker.affiliation(),
                speaker.orcid(),
                speaker.interests() == null ? List.of() : speaker.interests(),
                speaker.links() == null ? Map.of() : speaker.links());
    }
}
