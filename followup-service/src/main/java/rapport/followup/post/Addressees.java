package rapport.followup.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.boundary.BoundaryDefaults;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.decision.Allowance;
import rapport.followup.mail.AddressHash;
import rapport.followup.window.Hours;
import rapport.followup.window.RecipientZones;
import rapport.followup.window.WorkingWindow;
import rapport.kit.sql.Sql;

/** Reads whom letters go to. */
@ApplicationScoped
class Addressees {

    private static final String PERSON = """
            select p.display_name, p.locale, p.email, p.email_hash, p.deleted, p.zone as person_zone,
                   b.mode, b.until, b.weekly_budget, b.zone as own_zone, b.working_days, b.from_minute, b.to_minute,
                   exists (select from speaker k where k.person_id = p.person_id and not k.deleted and k.status = 'ACTIVE')
                       as speaker,
                   x.stopped, x.paused_until
            from   person p
            left   join boundary b on b.person_id = p.person_id
            left   join lateral (
                   select bool_or(said.until is null) as stopped, max(said.until) as paused_until
                   from   suppression said
                   where  (said.address_hash = p.email_hash or said.person_id = p.person_id)
                   and    said.sender_hash in ('\\x', ?)) x on true
            where  p.person_id = ?
            """;

    private static final String COUNTED = """
            select claimed_at from delivery
            where  recipient = ? and claimed_at > ? and state in ('SENDING', 'SENT', 'UNCERTAIN')
            order  by claimed_at
            """;

    private static final String OWNER = """
            select p.display_name, p.locale, p.email, p.email_hash, p.deleted
            from   person p where p.subject = ? and not p.deleted order by p.person_id limit 1
            """;

    // Who never registered anywhere is known by the address that was verified when a message was approved.
    private static final String LAST_APPROVED = """
            select f.owner_name as display_name, null as locale, f.reply_to as email, null::bytea as email_hash,
                   false as deleted
            from   follow_up f where f.owner = ? and f.reply_to is not null order by f.id desc limit 1
            """;

    private final BoundaryDefaults defaults;
    private final AddressHash hash;

    Addressees(BoundaryDefaults defaults, AddressHash hash) {
        this.defaults = defaults;
        this.hash = hash;
    }

    /** Empty when the person has not arrived here yet. */
    Optional<Addressee> person(Connection connection, UUID personId, String sender, Instant now) throws SQLException {
        List<Instant> counted = Sql.query(
                connection, COUNTED, row -> Sql.instant(row, "claimed_at"), personId, now.minus(Allowance.WEEK));
        byte[] senderHash = sender == null ? new byte[0] : hash.ofSender(sender);
        return Sql.first(connection, PERSON, row -> person(row, counted), senderHash, personId);
    }

    /** A user of the service: what goes there is what they asked for. */
    Optional<Addressee> owner(Connection connection, String owner) throws SQLException {
        Optional<Addressee> registered =
                Sql.first(connection, OWNER, Addressees::owner, owner).filter(known -> known.address() != null);
        return registered.isPresent() ? registered : Sql.first(connection, LAST_APPROVED, Addressees::owner, owner);
    }

    private Addressee person(ResultSet row, List<Instant> counted) throws SQLException {
        boolean own = row.getString("mode") != null;
        Set<DayOfWeek> days = own ? days(row.getString("working_days")) : defaults.workingDays();
        Hours hours = own ? new Hours(row.getInt("from_minute"), row.getInt("to_minute")) : defaults.hours();
        List<ZoneId> zones = RecipientZones.of(row.getString("own_zone"), row.getString("person_zone"), null, null);
        return new Addressee(
                row.getString("display_name"),
                row.getString("locale"),
                row.getString("email"),
                row.getBytes("email_hash"),
                row.getBoolean("deleted"),
                row.getBoolean("stopped"),
                Sql.instant(row, "paused_until"),
                own && BoundaryMode.valueOf(row.getString("mode")) == BoundaryMode.CLOSED,
                Sql.instant(row, "until"),
                zones.stream().map(zone -> new WorkingWindow(days, hours, zone)).toList(),
                own ? row.getInt("weekly_budget") : defaults.weeklyBudget(row.getBoolean("speaker")),
                counted);
    }

    private static Addressee owner(ResultSet row) throws SQLException {
        return new Addressee(
                row.getString("display_name"),
                row.getString("locale"),
                row.getString("email"),
                row.getBytes("email_hash"),
                row.getBoolean("deleted"),
                false,
                null,
                false,
                null,
                List.of(),
                0,
                List.of());
    }

    private static Set<DayOfWeek> days(String names) {
        return Arrays.stream(names.split(",")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    }
}
