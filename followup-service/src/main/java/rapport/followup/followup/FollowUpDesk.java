package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
import rapport.kit.edit.Change;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

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
    private final Outbox outbox;

    FollowUpDesk(
            DataSource dataSource,
            CircumstancesReader reader,
            FollowUpRepository followUps,
            BoundaryDefaults defaults,
            FollowUpConfig config,
            Outbox outbox) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.followUps = followUps;
        this.defaults = defaults;
        this.config = config;
        this.outbox = outbox;
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

    /** It gives up its place in front of the recipient, if it had one: somebody else may have it. */
    void leaveLine(FollowUp followUp, Instant now) {
        if (followUp.progress().state() != FollowUpState.HELD
                || followUp.progress().recipient() == null) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            NextInLine.wake(connection, List.of(followUp.progress().recipient()), followUp.id(), now);
        } catch (SQLException e) {
            throw new IllegalStateException("the next in line could not be woken", e);
        }
    }

    /** Everything that keeps it from being approved; a reminder to oneself needs nothing. */
    List<Missing> missing(FollowUp followUp, Circumstances circumstances) {
        if (followUp.channel() == Channel.MANUAL) {
            return List.of();
        }
        List<Missing> found = new ArrayList<>();
        for (Step step : followUp.unsent()) {
            boolean current = step == followUp.step();
            String steps = "/steps/" + followUp.steps().indexOf(step);
            missing(followUp, step, circumstances).stream()
                    .map(part -> current ? part : part.below(steps))
                    .forEach(found::add);
        }
        return found;
    }

    /** The same for one step alone. */
    List<Missing> missing(FollowUp followUp, Step step, Circumstances circumstances) {
        boolean asksForTime = followUp.purpose() == Purpose.MENTOR_REQUEST
                || circumstances.rules().speaker()
                || "SPEAKER".equals(circumstances.contact().kind());
        boolean namesTheOccasion =
                followUp.asked().sessionId() != null || followUp.asked().encounterId() != null;
        return PreparationRules.missing(new Letter(
                followUp.preparation(),
                step.subject(),
                step.body(),
                step == followUp.step() && !followUps.wroteBefore(followUp),
                asksForTime,
                namesTheOccasion,
                followUps.sameBodyElsewhere(followUp, step)));
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

    /** The step before was sent: the next one is planned, if its words are approved already. */
    void goOn(FollowUp followUp, Circumstances circumstances, Instant now) {
        boolean approved = followUp.next().orElseThrow().isApproved();
        if (approved) {
            followUp.goOn(FollowUpState.SCHEDULED, now);
            schedule(followUp, circumstances, now);
        } else {
            followUp.goOn(FollowUpState.DRAFT, now);
            followUp.progress().become(unapproved(followUp, circumstances), null, now);
            forecast(followUp, circumstances);
        }
    }

    /** Approved: due when it is polite, and not before the owner had time to think better of it. */
    void schedule(FollowUp followUp, Circumstances circumstances, Instant now) {
        Instant earliest = earliest(followUp, now);
        List<WorkingWindow> windows = circumstances.windows(defaults);
        Instant wanted = due(followUp, circumstances).filter(earliest::isBefore).orElse(earliest);
        Instant open = WorkingWindow.nextOpen(windows, wanted).orElse(wanted);
        Instant due = followUp.step().schedule().anchor() == Anchor.ABSOLUTE ? wanted : open;
        boolean dispatched = followUp.channel() != Channel.MANUAL;
        followUp.progress().recipient(circumstances.person().id());
        followUp.progress().plan(due, open.plus(config.notAfter()), dispatched ? due : null);
    }

    /** After its owner changed something: approved words move to their new time, others wait for an approval. */
    void settle(FollowUp followUp, Circumstances circumstances, Instant now) {
        var progress = followUp.progress();
        if (!progress.state().isEditable()) {
            progress.changed(now);
        } else if (followUp.step().isApproved()) {
            progress.approvedAt(followUp.step().approvedAt());
            progress.become(FollowUpState.SCHEDULED, null, now);
            schedule(followUp, circumstances, now);
        } else {
            progress.approvedAt(null);
            progress.become(unapproved(followUp, circumstances), null, now);
            forecast(followUp, circumstances);
        }
    }

    /** @param words what its owner changed about them; words that were changed need a new approval */
    void rewrite(FollowUp followUp, Step step, Change<FollowUpChange.MessageChange> words) {
        switch (words) {
            case Change.Absent<FollowUpChange.MessageChange> none -> {}
            case Change.Cleared<FollowUpChange.MessageChange> none -> step.write(followUp.owner(), null, null);
            case Change.Assigned<FollowUpChange.MessageChange>(var changed) -> changed.applyTo(followUp, step);
        }
    }

    void reschedule(
            FollowUp followUp, Step step, Change<FollowUpChange.ScheduleChange> moved, Circumstances circumstances) {
        boolean first = step == followUp.steps().getFirst();
        moved.ifPresent(schedule ->
                step.reschedule(Schedules.of(schedule.of(step.schedule()), circumstances, first, "/schedule")));
    }

    /** Tells the others, in the running transaction. */
    void publish(FollowUp followUp) {
        FollowUpMessage message = message(followUp);
        outbox.append(
                new Fact(FollowUpMessage.TOPIC, followUp.id(), message.version(), FollowUpMessage.CHANGED, message));
    }

    private static FollowUpMessage message(FollowUp followUp) {
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

    /** After the hold, and never on the heels of the message before. */
    private Instant earliest(FollowUp followUp, Instant now) {
        Instant held = now.plus(config.hold());
        Instant last = followUp.progress().sentAt();
        Instant polite = last == null ? held : last.plus(config.betweenSteps());
        return polite.isAfter(held) ? polite : held;
    }

    private Optional<Instant> due(FollowUp followUp, Circumstances circumstances) {
        var schedule = followUp.step().schedule();
        Instant from = schedule.anchor() == Anchor.LAST_STEP
                ? followUp.progress().sentAt()
                : circumstances.at(schedule.anchor());
        return Planner.due(schedule, from, circumstances.windows(defaults));
    }
}
