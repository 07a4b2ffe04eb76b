package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

/** Keeps what changed about a follow-up and tells the others, in the running transaction. */
@ApplicationScoped
class FollowUpStore {

    // Written here: Hibernate leaves the primary table alone when the same change touches the secondary one.
    private static final String KEEP = """
            update follow_up
            set    owner_name = ?, reply_to = ?, purpose = ?, goal = ?, context = ?, question = ?, offer = ?,
                   snoozed_until = ?, no_reply_by = ?
            where  id = ?
            """;

    private final DataSource dataSource;
    private final Outbox outbox;

    FollowUpStore(DataSource dataSource, Outbox outbox) {
        this.dataSource = dataSource;
        this.outbox = outbox;
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
            update.setObject(8, time(followUp.snoozedUntil()));
            update.setObject(9, time(followUp.noReplyBy()));
            update.setObject(10, followUp.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the follow-up could not be stored", e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
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
}
