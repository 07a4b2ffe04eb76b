package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import rapport.contacts.erased.ErasedIdentities;
import rapport.contacts.erased.PersonErased;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Details;
import rapport.contacts.merge.Stamp;

/** What owners type about people, unless it would bring back somebody who had themselves erased. */
@ApplicationScoped
class TypedDetails {
    private final ErasedIdentities erased;
    private final DataSource database;

    TypedDetails(ErasedIdentities erased, DataSource database) {
        this.erased = erased;
        this.database = database;
    }

    /** What changes of what was typed before, as said at one moment. */
    ContactState said(Details before, DetailsChange change, Stamp stamp) {
        ContactState said = change.edit(before).at(stamp);
        var certain = ErasedIdentities.certain(FindableWords.keys(said));
        try (Connection connection = database.getConnection()) {
            if (!erased.among(connection, certain).isEmpty()) {
                throw new PersonErased();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("it could not be seen who is erased", failure);
        }
        return said;
    }
}
