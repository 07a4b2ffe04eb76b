package rapport.followup.contactmerge;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.kit.sql.Columns;

/** Follow-ups by their contacts. */
@ApplicationScoped
class SequenceTable {

    private static final String ALIASES = """
            select contact_id from contact where contact_id = any(?) and merged_into is not null
            """;

    // Upwards to what a contact is merged into, downwards to what is merged into it; "union" ends circles.
    private static final String FAMILY = """
            with recursive family (contact_id) as (
                select unnest(?::uuid[])
                union
                select related.contact_id
                from   family
                cross  join lateral (
                       select other.contact_id from contact other where other.merged_into = family.contact_id
                       union all
                       select own.merged_into from contact own
                       where  own.contact_id = family.contact_id and own.merged_into is not null) related
            )
            select contact_id from family
            """;

    private static final String LOCK = """
            select   p.follow_up_id
            from     progress p
            where    p.follow_up_id in (
                     select id from follow_up where contact_id = any(?)
                     union
                     select id from follow_up where made_for = any(?))
            order by p.follow_up_id
            for update
            """;

    private static final String MOVE = """
            with recursive way (made_for, contact_id, steps) as (
                select id, id, 0 from unnest(?::uuid[]) as member (id)
                union all
                select way.made_for, contact.merged_into, way.steps + 1
                from   way
                join   contact on contact.contact_id = way.contact_id
                where  contact.merged_into is not null and way.steps < 20
            ), surviving as (
                select distinct on (made_for) made_for, contact_id from way order by made_for, steps desc
            ), moved as (
                update follow_up
                set    contact_id = surviving.contact_id, made_for = nullif(surviving.made_for, surviving.contact_id)
                from   surviving
                where  coalesce(follow_up.made_for, follow_up.contact_id) = surviving.made_for
                and    (follow_up.contact_id = any(?) or follow_up.made_for = any(?))
                and    follow_up.contact_id <> surviving.contact_id
                returning follow_up.id
            )
            update progress
            set    version = version + 1
            from   moved
            where  progress.follow_up_id = moved.id
            returning progress.follow_up_id
            """;

    private static final String RIVALS = """
            select f.id, coalesce(f.made_for, f.contact_id) as made_for, f.contact_id, p.approved_at,
                   p.state in ('SCHEDULED', 'HELD') as running, lost.lost_to, winner.contact_id as winners_contact
            from   follow_up f
            join   progress p on p.follow_up_id = f.id
            left   join merge_stop lost on lost.follow_up_id = f.id and p.state = 'STOPPED'
            left   join follow_up winner on winner.id = lost.lost_to
            where  f.id in (select id from follow_up where contact_id = any(?)
                            union
                            select id from follow_up where made_for = any(?))
            and    p.approved_at is not null
            and    (p.state in ('SCHEDULED', 'HELD') or lost.follow_up_id is not null)
            order  by f.id
            """;

    private static final String STOP = """
            with stopped as (
                select p.follow_up_id, rival.lost_to, p.state, p.reason, p.send_at
                from   unnest(?::uuid[], ?::uuid[]) as rival (id, lost_to)
                join   progress p on p.follow_up_id = rival.id
                where  p.state in ('SCHEDULED', 'HELD')
            ), kept as (
                insert into merge_stop (follow_up_id, lost_to, state, reason, send_at)
                select follow_up_id, lost_to, state, reason, send_at from stopped
                on conflict (follow_up_id) do update
                set    lost_to = excluded.lost_to, state = excluded.state, reason = excluded.reason,
                       send_at = excluded.send_at
            )
            update progress
            set    state = 'STOPPED', reason = 'contact-merged', send_at = null, estimate_at = null,
                   version = version + 1, updated_at = now()
            from   stopped
            where  progress.follow_up_id = stopped.follow_up_id
            returning progress.follow_up_id
            """;

    private static final String RECIPIENTS = """
            select distinct recipient from progress where follow_up_id = any(?) and recipient is not null
            """;

    private static final String RESTORE = """
            with back as (
                delete from merge_stop where follow_up_id = any(?)
                returning follow_up_id, state, reason, send_at
            )
            update progress
            set    state = back.state, reason = back.reason, send_at = back.send_at, version = version + 1,
                   updated_at = now()
            from   back
            where  progress.follow_up_id = back.follow_up_id
            and    progress.state = 'STOPPED' and progress.reason = 'contact-merged'
            """;

    Set<UUID> aliasesAmong(Connection connection, Collection<UUID> contacts) throws SQLException {
        return ids(connection, ALIASES, contacts);
    }

    /** The contacts and all that are, or were told to be, the same person for their owner. */
    Set<UUID> family(Connection connection, Collection<UUID> contacts) throws SQLException {
        return ids(connection, FAMILY, contacts);
    }

    void lock(Connection connection, Set<UUID> contacts) throws SQLException {
        ids(connection, LOCK, contacts, contacts);
    }

    /** Each to the contact that its own one is now. @return those that moved */
    Set<UUID> move(Connection connection, Set<UUID> family) throws SQLException {
        return ids(connection, MOVE, family, family, family);
    }

    List<Sequence> rivals(Connection connection, Set<UUID> family) throws SQLException {
        List<Sequence> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(RIVALS)) {
            bind(connection, statement, family, family);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID lostTo = row.getObject("lost_to", UUID.class);
                    found.add(new Sequence(
                            row.getObject("id", UUID.class),
                            row.getObject("made_for", UUID.class),
                            row.getObject("contact_id", UUID.class),
                            row.getObject("approved_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("running"),
                            lostTo == null
                                    ? null
                                    : new Sequence.Lost(lostTo, row.getObject("winners_contact", UUID.class))));
                }
            }
        }
        return found;
    }

    Set<UUID> stop(Connection connection, Map<UUID, UUID> stop) throws SQLException {
        Set<UUID> stopped = new HashSet<>();
        try (var statement = connection.prepareStatement(STOP)) {
            new Columns<>(connection, statement, List.copyOf(stop.entrySet()))
                    .with("uuid", Map.Entry::getKey)
                    .with("uuid", Map.Entry::getValue);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stopped.add(row.getObject(1, UUID.class));
                }
            }
        }
        return stopped;
    }

    Set<UUID> recipients(Connection connection, Set<UUID> followUps) throws SQLException {
        return ids(connection, RECIPIENTS, followUps);
    }

    void restore(Connection connection, Set<UUID> followUps) throws SQLException {
        try (var statement = connection.prepareStatement(RESTORE)) {
            bind(connection, statement, followUps);
            statement.executeUpdate();
        }
    }

    @SafeVarargs
    private static Set<UUID> ids(Connection connection, String sql, Collection<UUID>... arguments) throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, arguments);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    @SafeVarargs
    private static void bind(Connection connection, PreparedStatement statement, Collection<UUID>... arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setArray(i + 1, connection.createArrayOf("uuid", arguments[i].toArray()));
        }
    }
}
