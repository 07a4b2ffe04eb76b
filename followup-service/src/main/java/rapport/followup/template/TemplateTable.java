package rapport.followup.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.kit.problem.NotFound;

/** Templates and all their versions, always for their owner. Runs in the caller's transaction. */
@ApplicationScoped
class TemplateTable {

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String FIND = """
            select   t.id, t.owner, t.name, t.version, t.created_at, t.updated_at, x.locale, x.subject, x.body
            from     template t
            join     template_text x on x.template_id = t.id and x.version = t.version
            where    t.owner = ? and t.deleted_at is null
            and      t.id = any(array(select p.id from template p
                                      where  p.owner = ? and p.deleted_at is null and p.id < ?
                                      and    (?::uuid is null or p.id = ?)
                                      order  by p.id desc
                                      limit  ?))
            order by t.id desc, array_position(array['en', 'de', 'fr', 'es'], x.locale)
            """;

    private static final String LOCK = """
            select id from template where id = ? and owner = ? and deleted_at is null for update
            """;

    private static final String PUT = """
            insert into template (id, owner, name, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set    name = excluded.name, version = excluded.version, updated_at = excluded.updated_at
            """;

    private static final String PUT_TEXT = """
            insert into template_text (template_id, version, locale, subject, body) values (?, ?, ?, ?, ?)
            """;

    private static final String DELETE = """
            update template set deleted_at = ? where id = ? and owner = ? and deleted_at is null
            """;

    private final DataSource dataSource;

    TemplateTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    OwnTemplate require(String owner, UUID id) {
        return find(owner, id, LAST, 1).stream().findFirst().orElseThrow(() -> new NotFound("template"));
    }

    /** For a change: nobody else changes it until the transaction ends. */
    OwnTemplate lock(String owner, UUID id) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(LOCK)) {
            statement.setObject(1, id);
            statement.setString(2, owner);
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("a template could not be locked", e);
        }
        return require(owner, id);
    }

    /** The newest first. */
    List<OwnTemplate> newest(String owner, UUID before, int limit) {
        return find(owner, null, before == null ? LAST : before, limit);
    }

    void put(OwnTemplate template) {
        try (Connection connection = dataSource.getConnection();
                var head = connection.prepareStatement(PUT);
                var text = connection.prepareStatement(PUT_TEXT)) {
            head.setObject(1, template.id());
            head.setString(2, template.owner());
            head.setString(3, template.name());
            head.setLong(4, template.version());
            head.setObject(5, time(template.createdAt()));
            head.setObject(6, time(template.updatedAt()));
            head.executeUpdate();
            for (LocalText each : template.texts()) {
                text.setObject(1, template.id());
                text.setLong(2, template.version());
                text.setString(3, each.locale().tag());
                text.setString(4, each.subject());
                text.setString(5, each.body());
                text.addBatch();
            }
            text.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("a template could not be stored", e);
        }
    }

    /** Its versions stay: steps were made from them. */
    void delete(OwnTemplate template, Instant now) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, time(now));
            statement.setObject(2, template.id());
            statement.setString(3, template.owner());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a template could not be deleted", e);
        }
    }

    private List<OwnTemplate> find(String owner, UUID id, UUID before, int limit) {
        List<OwnTemplate> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, owner);
            statement.setString(2, owner);
            statement.setObject(3, before);
            statement.setObject(4, id);
            statement.setObject(5, id);
            statement.setInt(6, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    OwnTemplate read = read(row);
                    if (!found.isEmpty() && found.getLast().id().equals(read.id())) {
                        read = joined(found.removeLast(), read);
                    }
                    found.add(read);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("templates could not be read", e);
        }
    }

    private static OwnTemplate joined(OwnTemplate first, OwnTemplate second) {
        List<LocalText> texts = new ArrayList<>(first.texts());
        texts.addAll(second.texts());
        return new OwnTemplate(
                first.id(), first.owner(), first.name(), first.version(), texts, first.createdAt(), first.updatedAt());
    }

    private static OwnTemplate read(ResultSet row) throws SQLException {
        var locale = TemplateLocale.valueOf(row.getString("locale").toUpperCase(Locale.ROOT));
        return new OwnTemplate(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("name"),
                row.getLong("version"),
                List.of(new LocalText(locale, row.getString("subject"), row.getString("body"))),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
