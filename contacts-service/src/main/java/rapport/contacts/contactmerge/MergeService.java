package rapport.contacts.contactmerge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.contacts.contact.ContactMerging;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactViews;
import rapport.kit.id.Ids;

/** Merges an owner's contacts and takes merges back, one at a time: of two opposite merges at once, one comes second. */
@ApplicationScoped
class MergeService {
    private final DataSource database;
    private final ContactTable contacts;
    private final ContactMerging merging;
    private final MergeTable merges;
    private final ContactViews views;
    private final Clock clock;

    MergeService(
            DataSource database,
            ContactTable contacts,
            ContactMerging merging,
            MergeTable merges,
            ContactViews views,
            Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.merging = merging;
        this.merges = merges;
        this.views = views;
        this.clock = clock;
    }

    @Transactional
    public StoredMerge merge(String owner, UUID into, UUID other) {
        try (Connection connection = database.getConnection()) {
            contacts.lockOwners(connection, List.of(owner));
            UUID winner = merging.surviving(connection, owner, into);
            UUID loser = merging.surviving(connection, owner, other);
            if (winner.equals(loser)) {
                throw into.equals(other) ? MergeRefused.withItself() : MergeRefused.already();
            }
            UUID id = Ids.next();
            merging.merge(connection, owner, id, winner, loser);
            return merges.require(connection, owner, id);
        } catch (SQLException failure) {
            throw new IllegalStateException("contacts could not be merged", failure);
        }
    }

    /** Does the same and takes it back, so that what is told is what would happen. */
    MergePreview preview(String owner, UUID into, UUID other) {
        QuarkusTransaction.begin();
        try {
            StoredMerge merge = merge(owner, into, other);
            return new MergePreview(views.of(owner, merge.pair().winner()), merge.counts());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Undoing what is undone already changes nothing. */
    @Transactional
    public StoredMerge undo(String owner, UUID id) {
        try (Connection connection = database.getConnection()) {
            contacts.lockOwners(connection, List.of(owner));
            StoredMerge merge = merges.require(connection, owner, id);
            if (merge.undoneAt() != null) {
                return merge;
            }
            if (!merge.undoableAt(clock.instant())) {
                throw MergeRefused.tooLate();
            }
            merging.undo(connection, owner, id, merge.pair(), merge.moved());
            return merges.require(connection, owner, id);
        } catch (SQLException failure) {
            throw new IllegalStateException("a merge could not be undone", failure);
        }
    }

    @Transactional
    public List<StoredMerge> page(String owner, UUID before, int fetch) {
        try (Connection connection = database.getConnection()) {
            return merges.page(connection, owner, before, fetch);
        } catch (SQLException failure) {
            throw new IllegalStateException("merges could not be read", failure);
        }
    }
}
