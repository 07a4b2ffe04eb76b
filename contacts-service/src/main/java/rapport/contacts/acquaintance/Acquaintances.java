package rapport.contacts.acquaintance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.contacts.contact.ContactDraft;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.Shared;
import rapport.contacts.contact.Standing;
import rapport.contacts.contact.StoredContact;
import rapport.contacts.interaction.Source;
import rapport.contacts.merge.ContactState;
import rapport.kit.id.Ids;

/**
 * Makes two people, both of whom agreed to it, contacts of each other. Each is shown what is on the other's card, and no address. Both
 * owners are locked by the caller, who also has the transaction.
 */
@ApplicationScoped
public class Acquaintances {
    private static final String AGREE = """
            with agreed as (
                insert into acquaintance (owner, person_id, how, cause_id, since)
                values (?, ?, ?, ?, now())
                on conflict (owner, person_id) do nothing
                returning owner, person_id, how
            )
            insert into consent_receipt (person_id, holder, kind, through, card_id, card_version, fields, given_at)
            select a.person_id, a.owner, 'GRANTED', a.how, s.id, s.version,
                   array_remove(coalesce(s.shown, public_card()), 'EMAIL'), now()
            from   agreed a
            join   person p on p.id = a.person_id
            left   join share_card s on s.id = p.card_id
            """;

    private static final String SHARED =
            "select array_to_string(s.fields, ',') as fields from shared_with(?, ?, '{}') s";

    private static final String KNOWN = """
            select %s
            from   contact c
            where  c.counterpart = ? and c.owner = ?
            """.formatted(ContactTable.COLUMNS);

    private final DataSource dataSource;
    private final ContactTable contacts;

    Acquaintances(DataSource dataSource, ContactTable contacts) {
        this.dataSource = dataSource;
        this.contacts = contacts;
    }

    /** One of the two: whom they sign in as, and which person they are. */
    public record Side(String subject, UUID personId) {}

    /**
     * Makes {@code of} a contact of {@code owner}; one that is there already stays and is shown from now on.
     *
     * @return the contact's id
     */
    public UUID add(String owner, Side of, Source how, UUID cause) {
        try (Connection connection = dataSource.getConnection()) {
            agree(connection, owner, of, how, cause);
            Shared shared = shared(connection, owner, of);
            StoredContact before = known(connection, owner, of.personId())
                    .orElseGet(() -> StoredContact.unborn(owner, Ids.next(), Standing.scanned(of.personId(), shared)));
            if (before.mergedInto() != null) {
                return before.mergedInto();
            }
            ContactDraft draft = ContactDraft.of(before);
            draft.learn(Standing.scanned(of.personId(), shared), ContactState.EMPTY, false);
            if (draft.changed()) {
                contacts.write(connection, List.of(draft.result()), List.of());
            }
            return draft.id();
        } catch (SQLException failure) {
            throw new IllegalStateException("an acquaintance could not be stored", failure);
        }
    }

    private static void agree(Connection connection, String owner, Side of, Source how, UUID cause)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AGREE)) {
            statement.setString(1, owner);
            statement.setObject(2, of.personId());
            statement.setString(3, how.name());
            statement.setObject(4, cause);
            statement.executeUpdate();
        }
    }

    private static Shared shared(Connection connection, String owner, Side of) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SHARED)) {
            statement.setObject(1, of.personId());
            statement.setString(2, owner);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Shared.of(row.getString("fields"));
            }
        }
    }

    private static Optional<StoredContact> known(Connection connection, String owner, UUID person) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setObject(1, person);
            statement.setString(2, owner);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ContactTable.read(row)) : Optional.empty();
            }
        }
    }
}
