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

/** Looks at a follow-up in its circumstances: what it lacks and when it is due. */
@ApplicationScoped
class FollowUpDesk {

    private final DataSource dataSource;
    private final CircumstancesReader reader;
    private final FollowUpRepository followUps;
    private final BoundaryDefaults defaults;
    private final FollowUpConfig config;
    private final PairLimits pairs;

    FollowUpDesk(
            DataSource dataSource,
            CircumstancesReader reader,
            FollowUpRepository followUps,
            BoundaryDefaults defaults,
            FollowUpConfig config,
            PairLimits pairs) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.followUps = followUps;
        this.defaults = defaults;
        this.config = config;
        this.pairs = pairs;
    }

    Circumstances circumstances(Asked asked) {
        try (Connection connection = dataSource.getConnection()) {
            return reader.read(connection, List.of(asked)).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("circumstances could not be read", e);
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
        found.addAll(pairs.exceeded(followUp, circumstances.person().id()));
        if (followUps.leftItsAudience(followUp, circumstances.person().id())) {
            found.add(new Missing("", "audience-left", "The recipient does not belong to the audience any more."));
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
        Instant due = due(followUp, circumstances).orElse(null);
        followUp.step().planned(due);
        followUp.progress().plan(due, null, null);
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
        String stopped = stopped(followUp, circumstances);
        if (stopped != null) {
            stop(followUp, stopped, now);
        }
    }

    /** Its occasion may have changed. @return whether that changed anything */
    boolean replan(FollowUp followUp, Circumstances circumstances, Instant now) {
        String stopped = stopped(followUp, circumstances);
        if (stopped != null) {
            stop(followUp, stopped, now);
            return true;
        }
        Step step = followUp.step();
        Instant planned = due(followUp, circumstances).orElse(null);
        switch (Replanning.of(followUp.isPlanned(), step.plannedAt(), planned, now)) {
            case KEEP -> {
                return false;
            }
            case MOVE -> settle(followUp, circumstances, now);
            case ASK -> {
                step.disapprove();
                settle(followUp, circumstances, now);
                followUp.progress().because("event-moved-into-the-past");
            }
        }
        return true;
    }

    private static String stopped(FollowUp followUp, Circumstances circumstances) {
        // A reminder to oneself is no message: nothing that the other one says stops it.
        Instant written = followUp.channel() == Channel.MANUAL ? Instant.MAX : followUp.createdAt();
        return Replanning.stopped(circumstances, written, followUp.progress().sentAt() != null);
    }

    private static void stop(FollowUp followUp, String reason, Instant now) {
        var progress = followUp.progress();
        progress.become(FollowUpState.STOPPED, reason, now);
        progress.plan(progress.dueAt(), progress.notAfter(), null);
    }

    /** Approved: due when it is polite, and not before the owner had time to think better of it. */
    void schedule(FollowUp followUp, Circumstances circumstances, Instant now) {
        Instant earliest = earliest(followUp, now);
        List<WorkingWindow> windows = circumstances.windows(defaults);
        Optional<Instant> planned = due(followUp, circumstances);
        followUp.step().planned(planned.orElse(null));
        Instant wanted = planned.filter(earliest::isBefore).orElse(earliest);
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
        } else if (followUp.isPlanned()) {
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

    /** After the hold, never on the heels of the message before, and not while it is snoozed. */
    private Instant earliest(FollowUp followUp, Instant now) {
        Instant held = now.plus(config.hold());
        Instant last = followUp.progress().sentAt();
        Instant polite = last == null ? held : last.plus(config.betweenSteps());
        Instant earliest = polite.isAfter(held) ? polite : held;
        Instant snoozed = followUp.snoozedUntil();
        return snoozed != null && snoozed.isAfter(earliest) ? snoozed : earliest;
    }

    private Optional<Instant> due(FollowUp followUp, Circumstances circumstances) {
        var schedule = followUp.step().schedule();
        Instant from = schedule.anchor() == Anchor.LAST_STEP
                ? followUp.progress().sentAt()
                : circumstances.at(schedule.anchor());
        return Planner.due(schedule, from, circumstances.windows(defaults));
    }
}
