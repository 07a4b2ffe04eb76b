package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.erased.ErasedIdentities;
import rapport.kit.sql.OpenTransactions;
import rapport.kit.sql.Sql;

/**
 * The parts of an erasure in their order, each small enough for one transaction: the person cannot be brought back any more; who had
 * read that they are here has finished; what others keep about them goes; what the account has goes.
 */
@ApplicationScoped
class Farewell {
    private static final String TOMBSTONE = """
            insert into erased_person (person_id, erased_at)
            select id, ?::timestamptz
            from   unnest(?::uuid[]) as id
            order  by id
            on conflict (person_id) do nothing
            """;

    private static final String KEEP = "update erasure set subject = ?, keys = ? where id = ? and state = 'REQUESTED'";

    private static final String CLOSE = "update erasure set closed_at = ? where id = ?";

    /** How it goes on. */
    enum Progress {
        /** Others have to finish first. */
        WAITS,
        MORE,
        NOTHING_LEFT
    }

    private final PersonalKeys people;
    private final ErasedIdentities identities;
    private final KeptByOthers others;
    private final AccountRows account;
    private final PersonRows person;

    Farewell(
            PersonalKeys people,
            ErasedIdentities identities,
            KeptByOthers others,
            AccountRows account,
            PersonRows person) {
        this.people = people;
        this.identities = identities;
        this.others = others;
        this.account = account;
        this.person = person;
    }

    /** Does the next part. */
    Progress part(Connection connection, Eraser.Open open, Instant now) throws SQLException {
        List<UUID> persons = List.of(open.personId());
        if (Sql.update(connection, TOMBSTONE, now, persons) > 0) {
            remember(connection, open, persons, now);
            person.silence(connection, persons);
            return Progress.MORE;
        }
        if (open.closedAt() == null) {
            Sql.update(connection, CLOSE, OpenTransactions.now(connection), open.id());
            return Progress.MORE;
        }
        if (OpenTransactions.anyOlderThan(open.closedAt(), connection)) {
            return Progress.WAITS;
        }
        if (others.forget(connection, persons, open.keys()) > 0
                || open.subject() != null && account.forgetContacts(connection, open.subject()) > 0) {
            return Progress.MORE;
        }
        if (open.subject() != null) {
            account.forget(connection, open.subject());
        }
        person.forget(connection, persons);
        person.forgetParked(connection, traces(open));
        return Progress.NOTHING_LEFT;
    }

    /** What is known of the person now and needed until the last part stays with the request until then. */
    private void remember(Connection connection, Eraser.Open open, List<UUID> persons, Instant now)
            throws SQLException {
        Set<String> keys = new LinkedHashSet<>(open.keys());
        keys.addAll(people.keys(connection, persons));
        identities.remember(connection, keys, now);
        String subject = open.subject() == null ? people.subject(connection, persons) : open.subject();
        Sql.update(connection, KEEP, subject, keys, open.id());
    }

    /** By what a message that nobody could read would tell of the person. */
    private static List<String> traces(Eraser.Open open) {
        var traces = new ArrayList<String>();
        traces.add(open.personId().toString());
        if (open.subject() != null) {
            traces.add(open.subject());
        }
        open.keys().stream()
                .filter(key -> key.contains("@"))
                .map(key -> key.substring(2))
                .forEach(traces::add);
        return traces;
    }
}
