package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Keeps what an owner and a contact owe each other, for the brief before the next message. */
@ApplicationScoped
public class ReciprocityFeed implements MessageHandler {

    static final String CHANGED = "reciprocity.changed.v1";
    private static final String DELETED = "reciprocity.deleted.v1";

    private static final String UPSERT = """
            insert into reciprocity as known (contact_id, version, owner, open_promises, given, received, asked,
                                              unthanked, kept_by_me, broken_by_me)
            select distinct on ("contactId")
                   "contactId", version, owner, "openPromises", given, received, asked, unthanked, "keptByMe", "brokenByMe"
            from   jsonb_to_recordset(?::jsonb) as incoming ("contactId" uuid, version bigint, owner text,
                   "openPromises" jsonb, given integer, received integer, asked integer, unthanked integer,
                   "keptByMe" integer, "brokenByMe" integer)
            order  by "contactId", version desc
            on conflict (contact_id) do update
            set    version = excluded.version, owner = excluded.owner, open_promises = excluded.open_promises,
                   given = excluded.given, received = excluded.received, asked = excluded.asked,
                   unthanked = excluded.unthanked, kept_by_me = excluded.kept_by_me,
                   broken_by_me = excluded.broken_by_me
            where  excluded.version > known.version
            """;

    /** What is read of the message. */
    record Changed(UUID contactId, String owner, List<Promise> openPromises, Balance balance, Promises promises) {}

    record Promise(String by, String what, LocalDate dueOn) {}

    /** Absent in what was told before it existed. */
    record Promises(int keptByMe, int brokenByMe) {}

    record Balance(int given, int received, int asked, int unthanked) {}

    private record Row(
            UUID contactId,
            long version,
            String owner,
            List<Promise> openPromises,
            int given,
            int received,
            int asked,
            int unthanked,
            int keptByMe,
            int brokenByMe) {}

    @Override
    public String topic() {
        return "rapport.reciprocity.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        Upsert.run(connection, UPSERT, batch.stream().map(ReciprocityFeed::row).toList());
    }

    private static Row row(Inbound message) {
        if (message.type().equals(DELETED)) {
            return new Row(message.aggregateId(), message.version(), null, List.of(), 0, 0, 0, 0, 0, 0);
        }
        Changed told = message.read(Changed.class);
        message.requireKey(told.contactId());
        Balance balance = told.balance() == null ? new Balance(0, 0, 0, 0) : told.balance();
        Promises promises = told.promises() == null ? new Promises(0, 0) : told.promises();
        return new Row(
                told.contactId(),
                message.version(),
                told.owner(),
                told.openPromises() == null ? List.of() : told.openPromises(),
                balance.given(),
                balance.received(),
                balance.asked(),
                balance.unthanked(),
                promises.keptByMe(),
                promises.brokenByMe());
    }
}
