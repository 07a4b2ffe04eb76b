package rapport.events.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.kit.edit.Change;

class PersonTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void organizersTellNewerThingsUntilThePersonHasSignedIn() {
        var person = new Person(new UUID(0, 1), told("Maya", null), NOW);

        boolean learned = person.learn(told("Maya Okafor", "MedUni Wien"), NOW);

        assertThat(learned).isTrue();
        assertThat(person.details().displayName()).isEqualTo("Maya Okafor");
        assertThat(person.version()).isEqualTo(2);
    }

    @Test
    void thePersonsOwnWordStandsAndOthersOnlyFillBlanks() {
        var person = new Person(new UUID(0, 1), told("Maya", null), NOW);
        person.link("sub-maya", NOW);

        person.learn(told("Somebody Else", "MedUni Wien"), NOW);

        assertThat(person.details().displayName()).isEqualTo("Maya");
        assertThat(person.details().affiliation()).isEqualTo("MedUni Wien");
    }

    @Test
    void whatThePersonHasClearedStaysEmptyWhateverOrganizersTell() {
        var person = new Person(new UUID(0, 1), told("Maya", "MedUni Wien"), NOW);
        person.link("sub-maya", NOW);
        person.say(saying(Change.set("Dr. Maya"), Change.cleared()), NOW);

        boolean learned = person.learn(told("Maya H.", "Karolinska"), NOW);

        assertThat(learned).isFalse();
        assertThat(person.details().displayName()).isEqualTo("Dr. Maya");
        assertThat(person.details().affiliation()).isNull();
    }

    @Test
    void whatThePersonHasNotSpokenAboutIsStillFilled() {
        var person = new Person(new UUID(0, 1), told("Maya", null), NOW);
        person.link("sub-maya", NOW);
        person.say(saying(Change.set("Dr. Maya"), Change.absent()), NOW);

        person.learn(told("Maya H.", "Karolinska"), NOW);

        assertThat(person.details().affiliation()).isEqualTo("Karolinska");
    }

    @Test
    void blanksNeverOverwriteAndNothingNewIsNoVersion() {
        var person = new Person(new UUID(0, 1), told("Maya", "MedUni Wien"), NOW);

        boolean learned = person.learn(told(" ", null), NOW);

        assertThat(learned).isFalse();
        assertThat(person.version()).isEqualTo(1);
    }

    @Test
    void anotherAccountIsRefused() {
        var person = new Person(new UUID(0, 1), told("Maya", null), NOW);
        person.link("sub-maya", NOW);

        assertThatThrownBy(() -> person.link("sub-eve", NOW)).isInstanceOf(LinkRefused.AnotherAccount.class);
    }

    private static PersonChange saying(Change<String> name, Change<String> affiliation) {
        return new PersonChange(
                name,
                Change.absent(),
                Change.absent(),
                affiliation,
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    private static PersonDetails told(String name, String affiliation) {
        return new PersonDetails(name, null, null, affiliation, null, null, null, null, null);
    }
}
