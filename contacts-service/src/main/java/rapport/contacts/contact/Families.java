package rapport.contacts.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Stamp;
import rapport.kit.json.Json;

/**
 * Contacts that were merged, with what they were merged into. Each row of a family holds its own part and that of the contacts
 * merged into it; when a part changes, the rows above are computed anew.
 */
final class Families {
    private static final String FIND = """
            select %s, (select array_to_string(s.fields, ',')
                        from   shared_with(c.counterpart, c.owner, coalesce(c.state -> 'own', c.state) -> 'encounters') s) as own_shared,
                   exists (select 1 from scan s where s.owner = c.owner and s.contact_id = c.id) as scanned
            from   contact c
            where  c.owner = ? and c.id = ?
            """.formatted(ContactTable.COLUMNS);

    private static final String MERGED = """
            select %s, m.stamp, m.winner_kind, m.winner_speaker_id, m.winner_pending_reason
            from   contact_merge m
            join   contact c on c.owner = m.owner and c.id = m.loser_id
            where  m.owner = ? and m.winner_id = ? and m.undone_at is null
            order  by m.merged_at, m.id
            """.formatted(ContactTable.COLUMNS);

    private final Connection connection;
    private final String owner;

    Families(Connection connection, String owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /** A contact, what its own person shares with the owner now, and whether its own badge was scanned. */
    private record Head(StoredContact contact, Shared shared, boolean scanned) {}

    /** The contact and all that it was merged into, as they have to be now; only those that are not so yet. Bottom-up. */
    List<StoredContact> stale(UUID id) throws SQLException {
        var stale = new ArrayList<StoredContact>();
        Optional<Head> head = find(id);
        StoredContact below = null;
        while (head.isPresent()) {
            StoredContact before = head.get().contact();
            StoredContact now = together(head.get(), below);
            if (now != before) {
                stale.add(now);
            }
            below = now;
            head = before.mergedInto() == null ? Optional.empty() : find(before.mergedInto());
        }
        return stale;
    }

    /**
     * A winner without a member that was just taken out, and all that the winner was merged into. What is the winner's own and
     * was covered by the member comes to light again.
     */
    List<StoredContact> without(UUID winner, Member gone) throws SQLException {
        Head head = find(winner).orElseThrow();
        List<Member> stay = members(winner, null);
        Standing own = Member.alone(head.contact().standing(), head.shared(), head.scanned(), gone, stay);
        StoredContact left = together(head, own, stay);
        var stale = new ArrayList<>(List.of(left));
        StoredContact below = left;
        Optional<Head> above = left.mergedInto() == null ? Optional.empty() : find(left.mergedInto());
        while (above.isPresent()) {
            below = together(above.get(), below);
            stale.add(below);
            above = below.mergedInto() == null ? Optional.empty() : find(below.mergedInto());
        }
        return stale;
    }

    /** The kind, speaker and reason that are a winner's own, also when it has members already. */
    Standing firstWinnerStanding(StoredContact winner) throws SQLException {
        Standing shown = winner.standing();
        List<Member> members = members(winner.id(), null);
        if (members.isEmpty()) {
            return shown;
        }
        Member first = members.getFirst();
        return new Standing(
                shown.counterpart(),
                null,
                first.winnerSpeakerId(),
                first.winnerKind(),
                Shared.NOTHING,
                first.winnerPendingReason());
    }

    Optional<Member> member(UUID winner, UUID loser) throws SQLException {
        return members(winner, null).stream()
                .filter(m -> m.contact().id().equals(loser))
                .findFirst();
    }

    /** @param below the member that has just been computed and is not stored yet; may be null */
    private StoredContact together(Head head, StoredContact below) throws SQLException {
        StoredContact before = head.contact();
        List<Member> members = members(before.id(), below);
        return members.isEmpty() && before.state().own() == null ? before : together(head, before.standing(), members);
    }

    private static StoredContact together(Head head, Standing own, List<Member> members) {
        StoredContact before = head.contact();
        ContactState state = before.state()
                .with(members.stream()
                        .map(m -> m.contact().state().brought(m.stamp()))
                        .toList());
        Standing standing = Member.together(own, head.shared(), members);
        return state.equals(before.state()) && standing.equals(before.standing())
                ? before
                : before.changed(standing, state);
    }

    private Optional<Head> find(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, owner);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Head(
                                ContactTable.read(row),
                                Shared.of(row.getString("own_shared")),
                                row.getBoolean("scanned")))
                        : Optional.empty();
            }
        }
    }

    private List<Member> members(UUID winner, StoredContact below) throws SQLException {
        var members = new ArrayList<Member>();
        try (PreparedStatement statement = connection.prepareStatement(MERGED)) {
            statement.setString(1, owner);
            statement.setObject(2, winner);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    StoredContact stored = ContactTable.read(row);
                    String reason = row.getString("winner_pending_reason");
                    members.add(new Member(
                            below != null && below.id().equals(stored.id()) ? below : stored,
                            stamp(row.getString("stamp")),
                            ContactKind.valueOf(row.getString("winner_kind")),
                            row.getObject("winner_speaker_id", UUID.class),
                            reason == null ? null : PendingReason.valueOf(reason)));
                }
            }
        }
        return members;
    }

    private static Stamp stamp(String json) {
        try {
            return Json.lenient().readValue(json, Stamp.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a merge's stored stamp is not readable", e);
        }
    }
}
