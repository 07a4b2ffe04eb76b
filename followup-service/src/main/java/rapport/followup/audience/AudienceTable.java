package rapport.followup.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Audiences and who belongs to them. Runs in the caller's transaction. */
@ApplicationScoped
class AudienceTable {

    private static final String INSERT = """
            insert into audience (id, owner, event_id, session_id, min_minutes, confirmed, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    // Only the owner's own contacts, and only those who may be written to: a scan is no consent to mail.
    private static final String MATCHING = """
            select   c.contact_id,
                     c.email_shared or c.kind = 'SPEAKER' or coalesce(b.mode = 'OPEN', false) as consented
            from     contact c
            left     join boundary b on b.person_id = c.person_id
            where    c.owner = ? and not c.deleted and c.merged_into is null and c.status = 'ACTIVE'
            and      not c.do_not_contact and c.person_id is not null and audience_matches(?, c.person_id)
            order by c.contact_id
            """;

    private final DataSource dataSource;

    AudienceTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One contact of the owner who matches. */
    record Member(UUID contactId, boolean consented) {}

    void insert(UUID id, String owner, NewAudience wanted, Instant now) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setString(2, owner);
            statement.setObject(3, wanted.eventId());
            statement.setObject(4, wanted.sessionId());
            statement.setObject(5, wanted.minMinutes());
            statement.setBoolean(6, Boolean.TRUE.equals(wanted.confirmed()));
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an audience could not be stored", e);
        }
    }

    List<Member> matching(UUID audience, String owner) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(MATCHING)) {
            statement.setString(1, owner);
            statement.setObject(2, audience);
            List<Member> members = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.add(new Member(row.getObject("contact_id", UUID.class), row.getBoolean("consented")));
                }
            }
            return members;
        } catch (SQLException e) {
            throw new IllegalStateException("an audience could not be read", e);
        }
    }
}
