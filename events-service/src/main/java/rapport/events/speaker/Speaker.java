package rapport.events.speaker;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.events.aggregate.Aggregate;
import rapport.events.event.ContactMode;
import rapport.events.person.Known;
import rapport.events.person.Links;
import rapport.events.person.PersonDetails;
import rapport.kit.identifier.Orcid;

/** A person's part in one event. One per event and person, so one per event and normalised address. */
@Entity
class Speaker extends Aggregate {
    private UUID eventId;
    private UUID personId;
    private String externalId;
    private String displayName;
    private String givenName;
    private String familyName;
    private String credentials;
    private String affiliation;
    private String rorId;
    private String country;
    private String orcid;

    @Embedded
    private Links links;

    private String bio;
    private String photoUrl;

    @Column(columnDefinition = "text[]")
    private List<String> interests;

    @Enumerated(EnumType.STRING)
    private ContactMode contactMode;

    private String email;
    private boolean emailShared;
    private UUID mergedInto;

    @Enumerated(EnumType.STRING)
    private SpeakerStatus status;

    protected Speaker() {}

    /** @param email normalised, null when it is not known */
    Speaker(UUID id, SpeakerPlace place, NewSpeaker request, String email, Instant now) {
        super(id, now);
        this.eventId = place.eventId();
        this.personId = place.personId();
        this.externalId = request.externalId();
        this.displayName = request.displayName();
        this.givenName = request.givenName();
        this.familyName = request.familyName();
        this.credentials = request.credentials();
        this.affiliation = request.affiliation();
        this.rorId = Ror.canonical(request.rorId()).orElse(null);
        this.country = request.country();
        this.orcid = Orcid.canonical(request.orcid()).orElse(null);
        this.links = request.links() == null ? Links.NONE : request.links();
        this.bio = request.bio();
        this.photoUrl = request.photoUrl();
        this.interests = request.interests() == null ? List.of() : List.copyOf(request.interests());
        this.contactMode = request.contactMode() == null ? place.defaultMode() : request.contactMode();
        this.email = email;
        this.emailShared = Boolean.TRUE.equals(request.emailShared());
        this.status = SpeakerStatus.ACTIVE;
    }

    void change(SpeakerChange change, Instant now) {
        displayName = change.displayName().or(displayName);
        givenName = change.givenName().or(givenName);
        familyName = change.familyName().or(familyName);
        credentials = change.credentials().or(credentials);
        affiliation = change.affiliation().or(affiliation);
        rorId = Ror.canonical(change.rorId().or(rorId)).orElse(null);
        country = change.country().or(country);
        orcid = Orcid.canonical(change.orcid().or(orcid)).orElse(null);
        bio = change.bio().or(bio);
        photoUrl = change.photoUrl().or(photoUrl);
        emailShared = change.emailShared().or(emailShared);
        contactMode = change.contactMode().or(contactMode);
        Links newLinks = change.links().or(links);
        links = newLinks == null ? Links.NONE : newLinks;
        interests = change.interests().or(interests);
        changed(now);
    }

    /**
     * Keeps what a file tells; blanks never overwrite.
     *
     * @return true when it told something new
     */
    boolean learn(NewSpeaker told, Instant now) {
        Told before = told();
        externalId = Known.first(externalId, told.externalId());
        displayName = Known.first(told.displayName(), displayName);
        givenName = Known.first(told.givenName(), givenName);
        familyName = Known.first(told.familyName(), familyName);
        credentials = Known.first(told.credentials(), credentials);
        affiliation = Known.first(told.affiliation(), affiliation);
        rorId = Ror.canonical(told.rorId()).orElse(rorId);
        country = Known.first(told.country(), country);
        orcid = Orcid.canonical(told.orcid()).orElse(orcid);
        links = told.links() == null ? links : told.links().or(details().links());
        bio = Known.first(told.bio(), bio);
        photoUrl = Known.first(told.photoUrl(), photoUrl);
        interests = Known.first(told.interests(), interests);
        contactMode = Known.first(told.contactMode(), contactMode);
        emailShared = Known.first(told.emailShared(), emailShared);
        if (told().equals(before)) {
            return false;
        }
        changed(now);
        return true;
    }

    private record Told(
            PersonDetails details,
            String externalId,
            String credentials,
            String rorId,
            String country,
            String bio,
            String photoUrl,
            List<String> interests,
            ContactMode contactMode,
            boolean emailShared) {}

    private Told told() {
        return new Told(
                details(), externalId, credentials, rorId, country, bio, photoUrl, interests, contactMode, emailShared);
    }

    /** The address turned out to be this person's: the speaker is that person from now on. */
    void become(UUID newPersonId, String address) {
        personId = newPersonId;
        email = address;
    }

    /** The address came alone, without other news. */
    void addressTold(Instant now) {
        changed(now);
    }

    /** Takes the speaker out of the programme. The address is needed for nothing any more. */
    void remove(Instant now) {
        status = SpeakerStatus.REMOVED;
        email = null;
        changed(now);
    }

    /** Stays as the way from the old id and external id to the speaker that is left. */
    void mergeInto(UUID keptId, Instant now) {
        remove(now);
        mergedInto = keptId;
    }

    /**
     * Completes this speaker by what only the other one knew. Where only the other one had an address, this speaker becomes the
     * person who has it.
     */
    void absorb(Absorbed other, Instant now) {
        var all = details().or(other.details());
        givenName = all.givenName();
        familyName = all.familyName();
        affiliation = all.affiliation();
        orcid = all.orcid();
        links = all.links();
        credentials = Known.first(credentials, other.credentials());
        rorId = Known.first(rorId, other.rorId());
        country = Known.first(country, other.country());
        bio = Known.first(bio, other.bio());
        photoUrl = Known.first(photoUrl, other.photoUrl());
        interests = Stream.concat(interests.stream(), other.interests().stream())
                .distinct()
                .toList();
        if (email == null && other.email() != null) {
            become(other.personId(), other.email());
            emailShared = other.emailShared();
        }
        changed(now);
    }

    /** What there was to know of a speaker before the merge. */
    record Absorbed(
            UUID personId,
            PersonDetails details,
            String credentials,
            String rorId,
            String country,
            String bio,
            String photoUrl,
            List<String> interests,
            String email,
            boolean emailShared) {}

    Absorbed everything() {
        return new Absorbed(
                personId, details(), credentials, rorId, country, bio, photoUrl, interests, email, emailShared);
    }

    PersonDetails details() {
        return new PersonDetails(displayName, givenName, familyName, affiliation, null, orcid, null, null, links);
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

    String credentials() {
        return credentials;
    }

    String rorId() {
        return rorId;
    }

    String country() {
        return country;
    }

    String bio() {
        return bio;
    }

    String photoUrl() {
        return photoUrl;
    }

    List<String> interests() {
        return interests;
    }

    ContactMode contactMode() {
        return contactMode;
    }

    String email() {
        return email;
    }

    boolean emailShared() {
        return emailShared;
    }

    UUID mergedInto() {
        return mergedInto;
    }

    SpeakerStatus status() {
        return status;
    }
}
