package rapport.events.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import rapport.events.aggregate.Aggregate;

/**
 * A human. Organizers may tell more and newer things about a person until the person has signed in; from then on the
 * person's own word stands and others only fill what is blank.
 */
@Entity
public class Person extends Aggregate {
    private String displayName;
    private String givenName;
    private String familyName;
    private String affiliation;

    @Enumerated(EnumType.STRING)
    private CareerStage careerStage;

    private String orcid;
    private String zone;
    private String locale;

    @Embedded
    private Links links;

    private String subject;

    @Column(columnDefinition = "text[]")
    private List<String> ownWords = List.of();

    protected Person() {}

    Person(UUID id, PersonDetails details, Instant now) {
        super(id, now);
        keep(details);
    }

    /** @return true when something new was learned */
    boolean learn(PersonDetails told, Instant now) {
        PersonDetails before = details();
        PersonDetails merged = subject == null ? told.or(before) : before.or(told);
        PersonDetails after = merged.keeping(ownWords(), before);
        if (after.equals(before)) {
            return false;
        }
        keep(after);
        changed(now);
        return true;
    }

    /** The person's own word: it stands, also where it clears, whatever organizers tell later. */
    void say(PersonChange change, Instant now) {
        keep(change.appliedTo(details()));
        var words = ownWords();
        words.addAll(change.words());
        ownWords = words.stream().map(Enum::name).toList();
        changed(now);
    }

    private EnumSet<OwnWord> ownWords() {
        var words = EnumSet.noneOf(OwnWord.class);
        ownWords.forEach(word -> words.add(OwnWord.valueOf(word)));
        return words;
    }

    /** Connects the person with the account that signed in. */
    void link(String newSubject, Instant now) {
        if (subject != null && !subject.equals(newSubject)) {
            throw new LinkRefused.AnotherAccount();
        }
        subject = newSubject;
        changed(now);
    }

    /** The addresses are rows of their own, yet part of what is published. */
    void addressesChanged(Instant now) {
        changed(now);
    }

    boolean hasNoAccount() {
        return subject == null;
    }

    boolean isLinkedTo(String candidate) {
        return candidate.equals(subject);
    }

    private void keep(PersonDetails details) {
        displayName = details.displayName();
        givenName = details.givenName();
        familyName = details.familyName();
        affiliation = details.affiliation();
        careerStage = details.careerStage();
        orcid = details.orcid();
        zone = details.zone();
        locale = details.locale();
        links = details.links();
    }

    PersonDetails details() {
        return new PersonDetails(
                displayName, givenName, familyName, affiliation, careerStage, orcid, zone, locale, links);
    }
}
