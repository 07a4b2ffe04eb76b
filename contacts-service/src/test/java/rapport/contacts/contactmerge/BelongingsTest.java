package rapport.contacts.contactmerge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rapport.contacts.contact.ContactRows;
import rapport.kit.testing.RealParts;

/** A feature cannot forget that contacts are merged: its table shows up here. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BelongingsTest {
    /** Tables whose rows do not go along, and why. */
    private static final Map<String, String> STAY = Map.of(
            "scan", "remembers the contact that it made, whose id leads on",
            "pending_badge", "is about one badge, and so about the contact that this badge made",
            "contact_reciprocity", "is computed anew from the ledger whenever something moves (ContactWatch)",
            "contact_depth", "is computed anew from what both did together whenever something moves (ContactWatch)");

    @Inject
    EntityManager database;

    @Inject
    @All
    List<ContactRows> rows;

    @Test
    void whateverHangsOnAContactGoesAlongWhenItIsMerged() {
        Set<String> hanging = new TreeSet<>();
        for (Object table : database.createNativeQuery("""
                        select c.table_name
                        from   information_schema.columns c
                        join   information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where  c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                        and    c.column_name ~ '(^|_)contact_id$'""").getResultList()) {
            hanging.add((String) table);
        }
        hanging.removeAll(STAY.keySet());

        Set<String> going = rows.stream().map(ContactRows::name).collect(Collectors.toSet());
        assertThat(going).as("one ContactRows per table with a contact_id").containsAll(hanging);
    }
}
