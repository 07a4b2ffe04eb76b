package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.followup.contactmerge.MergedContacts;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Keeps whose contacts are whose, what was consented to, and when people met. */
@ApplicationScoped
public class ContactFeed implements MessageHandler {

    static final String CHANGED = "contact.changed.v1";
    private static final String DELETED = "contact.deleted.v1";

    /**
     * A held message is asked about as soon as its contact changes, not at its next check. A contact that is told again, as
     * when the topic is read anew, has not changed.
     */
    private static final String UPSERT_AND_ASK_HELD_AGAIN = """
            with changed as (
                insert into contact as known (contact_id, version, deleted, owner, status, kind, person_id,
                                              do_not_contact, email_shared, merged_into, encounters)
                select distinct on ("contactId")
                       "contactId", version, deleted, owner, status, kind, "personId", "doNotContact", "emailShared",
                       "mergedInto", encounters
                from   jsonb_to_recordset(?::jsonb) as incoming ("contactId" uuid, version bigint, deleted boolean,
                       owner text, status text, kind text, "personId" uuid, "doNotContact" boolean,
                       "emailShared" boolean, "mergedInto" uuid, encounters jsonb)
                order  by "contactId", version desc
                on conflict (contact_id) do update
                set    version = excluded.version, deleted = excluded.deleted, owner = excluded.owner,
                       status = excluded.status, kind = excluded.kind,
                       person_id = case when excluded.deleted then known.person_id else excluded.person_id end,
                       do_not_contact = excluded.do_not_contact, email_shared = excluded.email_shared,
                       merged_into = excluded.merged_into, encounters = excluded.encounters
                where  excluded.version > known.version
                returning contact_id
            )
            update progress
            set    send_at = least(send_at, now())
            from   follow_up, changed
            where  follow_up.id = progress.follow_up_id and progress.state = 'HELD'
            and    follow_up.contact_id = changed.contact_id
            """;

    private static final String PLAN_ANEW = """
            insert into replan (follow_up_id)
            select follow_up.id
            from   jsonb_to_recordset(?::jsonb) as gone ("contactId" uuid)
            join   contact on contact.contact_id = gone."contactId" and contact.deleted
            join   follow_up on follow_up.contact_id = gone."contactId"
            join   progress on progress.follow_up_id = follow_up.id
            where  progress.state in ('DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD')
            on conflict do nothing
            """;

    private final MergedContacts merges;

    ContactFeed(MergedContacts merges) {
        this.merges = merges;
    }

    /** What is read of the message. */
    record Changed(
            UUID contactId,
            String owner,
            String status,
            String kind,
            UUID personId,
            boolean doNotContact,
            boolean emailShared,
            UUID mergedInto,
            List<Encounter> encounters) {}

    record Encounter(UUID encounterId, UUID eventId, UUID sessionId, Instant metAt, String place, String topic) {}

    private record Row(
            UUID contactId,
            long version,
            boolean deleted,
            String owner,
            String status,
            String kind,
            UUID personId,
            boolean doNotContact,
            boolean emailShared,
            UUID mergedInto,
            List<Encounter> encounters) {}

    @Override
    public String topic() {
        return "rapport.contact.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        List<Row> rows = batch.stream().map(ContactFeed::row).toList();
        Set<UUID> concerned = merges.lock(
                connection,
                rows.stream().map(Row::contactId).toList(),
                rows.stream()
                        .filter(row -> row.mergedInto() != null)
                        .map(Row::contactId)
                        .toList());
        Upsert.run(connection, UPSERT_AND_ASK_HELD_AGAIN, rows);
        Upsert.run(connection, PLAN_ANEW, rows.stream().filter(Row::deleted).toList());
        merges.follow(connection, concerned);
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
                    false,
                    false,
                    null,
                    List.of());
        }
        Changed contact = message.read(Changed.class);
        message.requireKey(contact.contactId());
        return new Row(
                contact.contactId(),
                message.version(),
                false,
                contact.owner(),
                contact.status(),
                contact.kind(),
                contact.personId(),
                contact.doNotContact(),
                contact.emailShared(),
                contact.mergedInto(),
                contact.encounters() == null ? List.of() : contact.encounters());
    }
}
