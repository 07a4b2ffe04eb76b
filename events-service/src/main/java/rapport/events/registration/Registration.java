package rapport.events.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.events.aggregate.Aggregate;
import rapport.events.person.CareerStage;
import rapport.events.person.Known;
import rapport.events.person.PersonDetails;

/** Somebody takes part in an event. One per event and person; registering again updates. */
@Entity
class Registration extends Aggregate {
    private UUID eventId;
    private UUID personId;
    private String externalId;
    private String email;
    private String displayName;
    private String givenName;
    private String familyName;
    private String affiliation;

    @Enumerated(EnumType.STRING)
    private CareerStage careerStage;

    private String zone;
    private String locale;

    @Column(columnDefinition = "text[]")
    private List<String> interests = List.of();

    @Column(columnDefinition = "text[]")
    private List<String> goals = List.of();

    @Enumerated(EnumType.STRING)
    private Sharing sharing = Sharing.ASK_ME;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    private Instant waitingSince;

    protected Registration() {}

    Registration(UUID id, Registrant registrant, NewRegistration request, RegistrationStatus status, Instant now) {
        super(id, now);
        this.eventId = registrant.eventId();
        this.personId = registrant.personId();
        this.email = registrant.email();
        be(status, now);
        keep(request);
    }

    /**
     * Registering again says something newer; what it does not say stays.
     *
     * @return true when it said something new
     */
    boolean again(NewRegistration request, RegistrationStatus newStatus, Instant now) {
        Told before = told();
        keep(request);
        be(newStatus, now);
        if (told().equals(before)) {
            return false;
        }
        changed(now);
        return true;
    }

    private record Told(
            String externalId,
            PersonDetails details,
            List<String> interests,
            List<String> goals,
            Sharing sharing,
            RegistrationStatus status) {}

    private Told told() {
        return new Told(externalId, details(), interests, goals, sharing, status);
    }

    private void keep(NewRegistration request) {
        externalId = Known.first(request.externalId(), externalId);
        displayName = Known.first(request.displayName(), displayName);
        givenName = Known.first(request.givenName(), givenName);
        familyName = Known.first(request.familyName(), familyName);
        affiliation = Known.first(request.affiliation(), affiliation);
        careerStage = Known.first(request.careerStage(), careerStage);
        zone = Known.first(request.zone(), zone);
        locale = Known.first(request.locale(), locale);
        interests = Known.first(request.interests(), interests);
        goals = Known.first(request.goals(), goals);
        sharing = Known.first(request.sharing(), sharing);
    }

    void change(RegistrationChange change, Instant now) {
        displayName = change.displayName().or(displayName);
        givenName = change.givenName().or(givenName);
        familyName = change.familyName().or(familyName);
        affiliation = change.affiliation().or(affiliation);
        careerStage = change.careerStage().or(careerStage);
        zone = change.zone().or(zone);
        locale = change.locale().or(locale);
        interests = change.interests().or(interests);
        goals = change.goals().or(goals);
        sharing = change.sharing().or(sharing);
        changed(now);
    }

    /** Part of a change that is counted by {@link #change}. */
    void be(RegistrationStatus next, Instant now) {
        if (next != status) {
            waitingSince = next == RegistrationStatus.WAITLISTED ? now : null;
            status = next;
        }
    }

    void cancel(Instant now) {
        be(RegistrationStatus.CANCELLED, now);
        changed(now);
    }

    PersonDetails details() {
        return new PersonDetails(
                displayName, givenName, familyName, affiliation, careerStage, null, zone, locale, null);
    }

    UUID eventId() {
        return eventId;
    }

    UUID personId() {
        return personId;
    }

    String externalId() {
        return externalId;
    }

    String email() {
        return email;
    }

    List<String> interests() {
        return interests;
    }

    List<String> goals() {
        return goals;
    }

    Sharing sharing() {
        return sharing;
    }

    RegistrationStatus status() {
        return status;
    }
}
