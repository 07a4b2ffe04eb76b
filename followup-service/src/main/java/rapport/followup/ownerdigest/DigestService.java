package rapport.followup.ownerdigest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import javax.sql.DataSource;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.NotFound;
import rapport.kit.problem.ProblemKind;
import rapport.kit.time.WallTime;

/** What owners wish. */
@ApplicationScoped
class DigestService {

    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private final DataSource dataSource;
    private final DigestTable settings;
    private final Caller caller;
    private final Clock clock;

    DigestService(DataSource dataSource, DigestTable settings, Caller caller, Clock clock) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    Setting mine() {
        try (Connection connection = dataSource.getConnection()) {
            return settings.find(connection, caller.subject()).orElseThrow(() -> new NotFound("digest"));
        } catch (SQLException e) {
            throw new IllegalStateException("a digest could not be read", e);
        }
    }

    /** @param ifMatch checked if the caller sent it */
    @Transactional
    Setting set(String ifMatch, NewDigest wanted) {
        var rhythm = new Rhythm(
                wanted.frequency(),
                wanted.weekday() == null ? DayOfWeek.MONDAY : wanted.weekday(),
                wanted.at() == null ? MORNING : wanted.at(),
                WallTime.zone(wanted.zone()));
        String address = caller.verifiedEmail().orElseThrow(NoAddress::new);
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            long version = settings.lock(connection, caller.subject())
                    .map(Setting::version)
                    .orElse(0L);
            if (ifMatch != null) {
                ETags.require(ifMatch, version);
            }
            var setting = new Setting(
                    caller.subject(), version + 1, rhythm, caller.displayName(), address, rhythm.nextAfter(now), null);
            settings.put(connection, setting, now);
            return setting;
        } catch (SQLException e) {
            throw new IllegalStateException("a digest could not be set", e);
        }
    }

    /** Not wanted any more; there is nothing to be gone if it never was. */
    @Transactional
    void delete() {
        try (Connection connection = dataSource.getConnection()) {
            settings.delete(connection, caller.subject());
        } catch (SQLException e) {
            throw new IllegalStateException("a digest could not be taken back", e);
        }
    }

    private static final class NoAddress extends DomainException {
        NoAddress() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "no-verified-address",
                    "A digest needs an address of yours that is verified.");
        }
    }
}
