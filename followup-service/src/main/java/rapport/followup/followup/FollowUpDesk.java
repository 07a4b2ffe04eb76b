package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import rapport.followup.boundary.BoundaryDefaults;
import rapport.followup.circumstances.Asked;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.circumstances.CircumstancesReader;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.Planner;
import rapport.followup.preparation.Letter;
import rapport.followup.preparation.Missing;
import rapport.followup.preparation.PreparationRules;
import rapport.followup.preparation.Purpose;
import rapport.followup.window.WorkingWindow;

/** Looks at a follow-up in its circumstances: what it lacks and when it is due. */
@ApplicationScoped
class FollowUpDesk {

    // Written here: Hibernate leaves the primary table alone when the same change touches the secondary one.
    private static final String KEEP = """
            update follow_up
            set    owner_name = ?, reply_to = ?, purpose = ?, goal = ?, context = ?, question = ?, offer = ?
            where  id = ?
            """;

    private final DataSource dataSource;
    private final CircumstancesReader reader;
    private final FollowUpRepository followUps;
    private final BoundaryDefaults defaults;
    private final FollowUpConfig config;

    FollowUpDesk(
            DataSource dataSource,
            CircumstancesReader reader,
            FollowUpRepository followUps,
            BoundaryDefaults defaults,
            FollowUpConfig config) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.followUps = followUps;
        this.defaults = defaults;
        this.config = config;
    }

    Circumstances circumstances(Asked asked) {
        try (Connection connection = dataSource.getConnection()) {
            return reader.read(connection, List.of(asked)).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("circumstances could not be read", e);
        }
    }

    /** Stores what its owner changed about it, in the running transaction. */
    void keep(FollowUp followUp) {
        var preparation = followUp.preparation();
        try (Connection connection = dataSource.getConnection();
                var update = connection.prepareStatement(KEEP)) {
            update.setString(1, followUp.ownerName());
            update.setString(2, followUp.replyTo());
            update.setString(3, followUp.purpose().name());
            update.setString(4, preparation.goal());
            update.setString(5, preparation.context());
            update.setString(6, preparation.question());
            update.setString(7, preparation.offer());
            update.setObject(8, followUp.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the follow-up could not be stored", e);
        }
    }

    /** Everything that keeps it from being approved; a reminder to oneself needs nothing. */
    List<Missing> missing(FollowUp followUp, Circumstances circumstances) {
        if (followUp.channel() == Channel.MANUAL) {
            return List.of();
        }
        boolean asksForTime = followUp.purpose() == Purpose.MENTOR_REQUEST
                || circumstances.rules().speaker()
                || "SPEAKER".equals(circumstances.contact().kind());
        boolean namesTheOccasion =
                followUp.asked().sessionId() != null || followUp.asked().encounterId() != null;
        return PreparationRules.missing(new Letter(
                followUp.preparation(),
                followUp.step().subject(),
                followUp.step().body(),
                !followUps.wroteBefore(followUp),
                asksForTime,
                namesTheOccasion,
                followUps.sameBodyElsewhere(followUp)));
    }

    /** A draft is one that could be approved as it is. */
    FollowUpState unapproved(FollowUp followUp, Circumstances circumstances) {
        return missing(followUp, circumstances).isEmpty() ? FollowUpState.DRAFT : FollowUpState.NEEDS_PREPARATION;
    }

    /** When it would be due: no dispatcher looks at it before it is approved. */
    void forecast(FollowUp followUp, Circumstances circumstances) {
        followUp.progress().recipient(circumstances.person().id());
        followUp.progress().plan(due(followUp, circumstances).orElse(null), null, null);
    }

    /** Approved: due when it is polite, and not before the owner had time to think better of it. */
    void schedule(FollowUp followUp, Circumstances circumstances, Instant now) {
        Instant earliest = now.plus(config.hold());
        List<WorkingWindow> windows = circumstances.windows(defaults);
        Instant wanted = due(followUp, circumstances).filter(earliest::isBefore).orElse(earliest);
        Instant open = WorkingWindow.nextOpen(windows, wanted).orElse(wanted);
        Instant due = followUp.step().schedule().anchor() == Anchor.ABSOLUTE ? wanted : open;
        boolean dispatched = followUp.channel() != Channel.MANUAL;
        followUp.progress().recipient(circumstances.person().id());
        followUp.progress().plan(due, open.plus(config.notAfter()), dispatched ? due : null);
    }

    /** The same words at another time. */
    void move(FollowUp followUp, Circumstances circumstances, Instant now) {
        followUp.progress().become(FollowUpState.SCHEDULED, null, now);
        schedule(followUp, circumstances, now);
    }

    FollowUpMessage message(FollowUp followUp) {
        var progress = followUp.progress();
        return new FollowUpMessage(
                followUp.id(),
                progress.version(),
                followUp.owner(),
                followUp.asked().contactId(),
                progress.recipient(),
                followUp.asked().eventId(),
                followUp.purpose().name(),
                followUp.channel().name(),
                progress.state().name(),
                progress.reason(),
                progress.dueAt(),
                progress.sentAt());
    }

    private Optional<Instant> due(FollowUp followUp, Circumstances circumstances) {
        var schedule = followUp.step().schedule();
        return Planner.due(schedule, circumstances.at(schedule.anchor()), circumstances.windows(defaults));
    }
}
