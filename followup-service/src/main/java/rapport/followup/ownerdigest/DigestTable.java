package rapport.followup.ownerdigest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The wishes of owners. Runs in the caller's transaction. */
@ApplicationScoped
class DigestTable {

    private static final String COLUMNS = """
            owner, version, frequency, weekday, local_time, zone, name, address, next_at,
            (select p.locale from person p where p.subject = owner and not p.deleted order by p.person_id limit 1) as locale
            """;

    private static final String FIND = "select " + COLUMNS + " from digest_setting where owner = ?";

    private static final String LOCK = FIND + " for update";

    private static final String DUE = "select " + COLUMNS + """
             from   digest_setting
            where    next_at <= ?
            order by next_at, owner
            limit    ?
            for update skip locked
            """;

    private static final String PUT = """
            insert into digest_setting (owner, version, frequency, weekday, local_time, zone, name, address, next_at,
                                        updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (owner) do update
            set    version = excluded.version, frequency = excluded.frequency, weekday = excluded.weekday,
                   local_time = excluded.local_time, zone = excluded.zone, name = excluded.name,
                   address = excluded.address, next_at = excluded.next_at, updated_at = excluded.updated_at
            """;

    private static final String ADVANCE = "update digest_setting set next_at = ? where owner = ?";

    private static final String DELETE = "delete from digest_setting where owner = ?";

    Optional<Setting> find(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, owner);
            return read(statement).stream().findFirst();
        }
    }

    Optional<Setting> lock(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, owner);
            return read(statement).stream().findFirst();
        }
    }

    /** Locked; those that another replica looks at are left to it. */
    List<Setting> due(Connection connection, Instant now, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(DUE)) {
            statement.setObject(1, time(now));
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    void put(Connection connection, Setting setting, Instant now) throws SQLException {
        var rhythm = setting.rhythm();
        try (var statement = connection.prepareStatement(PUT)) {
            statement.setString(1, setting.owner());
            statement.setLong(2, setting.version());
            statement.setString(3, rhythm.frequency().name());
            statement.setString(4, rhythm.weekday().name());
            statement.setObject(5, rhythm.at());
            statement.setString(6, rhythm.zone().getId());
            statement.setString(7, setting.name());
            statement.setString(8, setting.address());
            statement.setObject(9, time(setting.nextAt()));
            statement.setObject(10, time(now));
            statement.executeUpdate();
        }
    }

    void advance(Connection connection, String owner, Instant nextAt) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            statement.setObject(1, time(nextAt));
            statement.setString(2, owner);
            statement.executeUpdate();
        }
    }

    void delete(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(DELETE)) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }

    private static List<Setting> read(PreparedStatement statement) throws SQLException {
        List<Setting> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Setting(
                        row.getString("owner"),
                        row.getLong("version"),
                        new Rhythm(
                                Frequency.valueOf(row.getString("frequency")),
                                DayOfWeek.valueOf(row.getString("weekday")),
                                row.getObject("local_time", LocalTime.class),
                                ZoneId.of(row.getString("zone"))),
                        row.getString("name"),
                        row.getString("address"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant(),
                        row.getString("locale")));
            }
        }
        return found;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
