package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.contacts.merge.Stamp;
import rapport.kit.json.Json;
import rapport.kit.problem.NotFound;

/**
 * Makes one contact of two, and two of one. Nothing is copied over: the loser keeps its own row, and what is the winner's own is
 * kept apart, so that undoing gives back both as if they had never met. Needs the owner's lock and the caller's transaction.
 */
@ApplicationScoped
public class ContactMerging {
    private static final String FIND =
            "select %s from contact c where c.owner = ? and c.id = ? and c.deleted_at is null"
                    .formatted(ContactTable.COLUMNS);

    private static final String REMEMBER = """
            insert into contact_merge (owner, id, winner_id, loser_id, winner_kind, winner_speaker_id, winner_pending_reason, stamp, merged_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private static final String MOVED = "update contact_merge set moved = ?::jsonb where owner = ? and id = ?";

    private static final String UNDONE = "update contact_merge set undone_at = ? where owner = ? and id = ?";

    // What goes back does not belong to the merges any more by which it had come further.
    private static final String FORGET = """
            with recursive way as (
                select c.id, c.merged_into
                from   contact c
                where  c.owner = ? and c.id = ?
                union
                select c.id, c.merged_into
                from   way w
                join   contact c on c.owner = ? and c.id = w.merged_into
            )
            update contact_merge as m
            set    moved = (select coalesce(jsonb_object_agg(e.key, left_over.ids), '{}')
                            from   jsonb_each(m.moved) as e
                            cross  join lateral (
                                       select coalesce(jsonb_agg(i.id), '[]') as ids
                                       from   jsonb_array_elements(e.value) as i (id)
                                       where  not coalesce(?::jsonb -> e.key, '[]') @> i.id) as left_over)
            where  m.owner = ? and m.loser_id in (select id from way) and m.undone_at is null
            """;

    private static final String ASK_BADGES_AGAIN = """
            with recursive family as (
                select c.id from contact c where c.owner = ? and c.id = any (?::uuid[])
                union
                select c.id from family f join contact c on c.owner = ? and c.merged_into = f.id
            )
            update pending_badge
            set    seen_version = 0
            where  owner = ? and contact_id in (select id from family)
            """;

    private final ContactTable contacts;
    private final Belongings belongings;
    private final Clock clock;

    public ContactMerging(ContactTable contacts, Belongings belongings, Clock clock) {
        this.contacts = contacts;
        this.belongings = belongings;
        this.clock = clock;
    }

    /** The contact that an id stands for now. */
    public UUID surviving(Connection connection, String owner, UUID id) throws SQLException {
        StoredContact contact = require(connection, owner, id);
        while (contact.mergedInto() != null) {
            contact = require(connection, owner, contact.mergedInto());
        }
        return contact.id();
    }

    /** Both have to be contacts of the owner that are in no other one. */
    public void merge(Connection connection, String owner, UUID merge, UUID winnerId, UUID loserId)
            throws SQLException {
        StoredContact winner = require(connection, owner, winnerId);
        StoredContact loser = require(connection, owner, loserId);
        Instant now = clock.instant();
        long after = Math.max(
                now.toEpochMilli(),
                1 + Math.max(winner.state().lastSaid(), loser.state().lastSaid()));
        remember(connection, merge, winner, loser, new Stamp(after, 0, "", merge.toString()), now);
        contacts.store(connection, List.of(loser.in(winnerId)), List.of());
        contacts.store(connection, new Families(connection, owner).stale(winnerId), List.of());
        Map<String, List<UUID>> moved = belongings.move(connection, owner, loserId, winnerId);
        try (PreparedStatement statement = connection.prepareStatement(MOVED)) {
            statement.setString(1, Json.canonical(moved));
            statement.setString(2, owner);
            statement.setObject(3, merge);
            statement.executeUpdate();
        }
    }

    /** Takes the loser out again. What was added to the winner meanwhile stays there. */
    public void undo(Connection connection, String owner, UUID merge, Pair pair, Map<String, List<UUID>> moved)
            throws SQLException {
        UUID holder = surviving(connection, owner, pair.winner());
        var families = new Families(connection, owner);
        Member gone = families.member(pair.winner(), pair.loser()).orElseThrow();
        try (PreparedStatement statement = connection.prepareStatement(UNDONE)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(2, owner);
            statement.setObject(3, merge);
            statement.executeUpdate();
        }
        contacts.store(connection, List.of(gone.contact().in(null)), List.of());
        contacts.store(connection, families.without(pair.winner(), gone), List.of());
        belongings.moveBack(connection, owner, pair.loser(), holder, moved);
        forget(connection, owner, pair.winner(), moved);
        askBadgesAgain(connection, owner, pair);
    }

    /** The two contacts of a merge. */
    public record Pair(UUID winner, UUID loser) {}

    private StoredContact require(Connection connection, String owner, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, owner);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return ContactTable.read(row);
                }
            }
        }
        throw new NotFound("contact");
    }

    private static void remember(
            Connection connection, UUID merge, StoredContact winner, StoredContact loser, Stamp stamp, Instant now)
            throws SQLException {
        // What a winner of earlier merges shows is not its own alone; those merges know what is.
        var families = new Families(connection, winner.owner());
        Standing own = families.firstWinnerStanding(winner);
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, winner.owner());
            statement.setObject(2, merge);
            statement.setObject(3, winner.id());
            statement.setObject(4, loser.id());
            statement.setString(5, own.kind().name());
            statement.setObject(6, own.speakerId());
            statement.setString(
                    7, own.pendingReason() == null ? null : own.pendingReason().name());
            statement.setString(8, Json.canonical(stamp));
            statement.setObject(9, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static void forget(Connection connection, String owner, UUID winner, Map<String, List<UUID>> gone)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, owner);
            statement.setObject(2, winner);
            statement.setString(3, owner);
            statement.setString(4, Json.canonical(gone));
            statement.setString(5, owner);
            statement.executeUpdate();
        }
    }

    private static void askBadgesAgain(Connection connection, String owner, Pair pair) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASK_BADGES_AGAIN)) {
            statement.setString(1, owner);
            statement.setArray(2, connection.createArrayOf("uuid", new UUID[] {pair.winner(), pair.loser()}));
            statement.setString(3, owner);
            statement.setString(4, owner);
            statement.executeUpdate();
        }
    }
}
