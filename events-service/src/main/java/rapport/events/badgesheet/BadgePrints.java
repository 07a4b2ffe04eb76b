package rapport.events.badgesheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import rapport.events.badge.BadgeTokens;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/** Prints of badges, as rows. Reading one, however often, writes nothing. */
@ApplicationScoped
class BadgePrints {
    /** Active badges of people who take part, with the digest of what is readable on them. */
    private static final String ADD_FACES = """
            insert into badge_print_face (print_id, badge_id, face)
            select ?, now.badge_id, now.face
            from   (select b.id as badge_id,
                           md5(jsonb_build_array(r.display_name, r.affiliation, r.career_stage, e.name,
                                                 encode(b.token_hash, 'hex'))::text)::uuid as face
                    from   badge b
                    join   registration r on r.id = b.registration_id
                    join   event e on e.id = b.event_id
                    where  b.event_id = ? and b.status = 'ACTIVE' and r.status = 'CONFIRMED') as now
            where  case ? when 'BADGES' then now.badge_id = any(?::uuid[])
                          when 'ALL' then true
                          else now.face is distinct from (select   f.face
                                                          from     badge_print_face f
                                                          where    f.badge_id = now.badge_id
                                                          order by f.print_id desc
                                                          limit    1) end
            """;

    private static final String ADD = """
            insert into badge_print (id, event_id, layout, selection, badges, actor, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PRINTS = """
            select id, event_id, layout, selection, badges, actor, created_at
            from   badge_print
            """;

    private static final String PAGE = PRINTS + "where event_id = ? and id < ? order by id desc limit ?";

    private static final String ONE = PRINTS + "where event_id = ? and id = ?";

    private static final String FACES = """
            select   r.display_name, r.affiliation, r.career_stage, e.name as event, b.seed
            from     badge_print_face f
            join     badge b on b.id = f.badge_id and b.status = 'ACTIVE'
            join     registration r on r.id = b.registration_id and r.status = 'CONFIRMED'
            join     event e on e.id = b.event_id
            where    f.print_id = ?
            order by lower(r.display_name), r.display_name, b.id
            """;

    private final BadgeTokens tokens;
    private final Sql sql;
    private final Clock clock;

    BadgePrints(BadgeTokens tokens, Sql sql, Clock clock) {
        this.tokens = tokens;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    BadgePrint add(UUID eventId, String actor, NewBadgePrint request) {
        UUID id = Ids.next();
        var named = new HashSet<>(request.badgeIds());
        int badges = sql.update(ADD_FACES, id, eventId, request.selection(), named);
        if (request.selection() == Selection.BADGES && badges < named.size()) {
            throw PrintRefused.unknownBadge();
        }
        if (badges == 0) {
            throw PrintRefused.nothingToPrint();
        }
        sql.update(ADD, id, eventId, request.layout(), request.selection(), badges, actor, clock.instant());
        return require(eventId, id);
    }

    BadgePrint require(UUID eventId, UUID printId) {
        return sql.query(ONE, BadgePrints::print, eventId, printId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("print"));
    }

    /** The latest first. */
    List<BadgePrint> page(UUID eventId, UUID before, int limit) {
        return sql.query(PAGE, BadgePrints::print, eventId, before, limit);
    }

    /** What stands on the badges of a print now, by name. Badges that were revoked since are left out. */
    List<Face> faces(UUID printId) {
        return sql.query(
                FACES,
                row -> new Face(
                        row.getString("display_name"),
                        row.getString("affiliation"),
                        readable(row.getString("career_stage")),
                        row.getString("event"),
                        tokens.text(row.getBytes("seed"))),
                printId);
    }

    private static String readable(String constant) {
        if (constant == null) {
            return null;
        }
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static BadgePrint print(ResultSet row) throws SQLException {
        return new BadgePrint(
                Sql.id(row, "id"),
                Sql.id(row, "event_id"),
                SheetLayout.valueOf(row.getString("layout")),
                Selection.valueOf(row.getString("selection")),
                row.getInt("badges"),
                row.getString("actor"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
