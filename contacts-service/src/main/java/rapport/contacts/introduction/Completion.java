package rapport.contacts.introduction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.contacts.acquaintance.Acquaintances;
import rapport.contacts.acquaintance.Members;
import rapport.contacts.interaction.Direction;
import rapport.contacts.interaction.InteractionKind;
import rapport.contacts.interaction.ObservedInteractions;
import rapport.contacts.interaction.ObservedInteractions.Observed;
import rapport.contacts.interaction.Source;
import rapport.kit.id.Ids;

/** What becomes of an introduction that both accepted: each is a contact of the other, and all three know through whom. */
@ApplicationScoped
class Completion {
    private final Acquaintances acquaintances;
    private final ObservedInteractions interactions;
    private final Members members;
    private final DataSource dataSource;
    private final Clock clock;

    Completion(
            Acquaintances acquaintances,
            ObservedInteractions interactions,
            Members members,
            DataSource dataSource,
            Clock clock) {
        this.acquaintances = acquaintances;
        this.interactions = interactions;
        this.members = members;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void of(Introduction introduction, List<Side> sides) {
        Instant now = clock.instant();
        Map<String, Members.Member> introducer = members.ofSubjects(List.of(introduction.introducer()));
        String name = introducer.containsKey(introduction.introducer())
                ? introducer.get(introduction.introducer()).displayName()
                : null;
        var observed = new ArrayList<Observed>();
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            Side other = sides.get(1 - i);
            UUID contact = acquaintances.add(
                    side.subject(),
                    new Acquaintances.Side(other.subject(), other.personId()),
                    Source.INTRODUCTION,
                    introduction.id());
            observed.add(new Observed(
                    side.subject(),
                    Ids.derived(introduction.id(), "side:" + other.personId()),
                    contact,
                    InteractionKind.INTRODUCTION_RECEIVED,
                    Direction.MUTUAL,
                    now,
                    name == null ? "Introduced" : "Introduced by " + name,
                    Source.INTRODUCTION));
            observed.add(new Observed(
                    introduction.introducer(),
                    Ids.derived(introduction.id(), "introducer:" + side.personId()),
                    side.personId().equals(introduction.firstPerson())
                            ? introduction.firstContact()
                            : introduction.secondContact(),
                    InteractionKind.INTRODUCTION_MADE,
                    Direction.OUTBOUND,
                    now,
                    null,
                    Source.INTRODUCTION));
        }
        try (Connection connection = dataSource.getConnection()) {
            interactions.add(connection, observed);
        } catch (SQLException failure) {
            throw new IllegalStateException("an introduction could not be completed", failure);
        }
    }
}
