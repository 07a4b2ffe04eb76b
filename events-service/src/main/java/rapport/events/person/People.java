package rapport.events.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.identity.Caller;
import rapport.kit.problem.NotFound;

/** Finds and keeps people. An address identifies; a name never does. */
@ApplicationScoped
public class People {
    private final PersonRepository people;
    private final PersonPublisher publisher;
    private final ErasedAddresses erased;
    private final Caller caller;
    private final Clock clock;

    People(PersonRepository people, PersonPublisher publisher, ErasedAddresses erased, Caller caller, Clock clock) {
        this.people = people;
        this.publisher = publisher;
        this.erased = erased;
        this.caller = caller;
        this.clock = clock;
    }

    /** The person with this normalised address, created when nobody has it. */
    @Transactional(TxType.MANDATORY)
    public UUID withAddress(String address, PersonDetails told) {
        UUID id = Ids.next();
        if (!people.claim(address, id, clock.instant())) {
            UUID owner = people.email(address).orElseThrow().personId();
            teach(owner, told);
            return owner;
        }
        erased.require(address);
        people.persist(new Person(id, told, clock.instant()));
        publisher.publish(List.of(id));
        return id;
    }

    /** A new person whose address nobody has told yet. */
    @Transactional(TxType.MANDATORY)
    public UUID withoutAddress(PersonDetails told) {
        Person person = add(told);
        publisher.publish(List.of(person.id()));
        return person.id();
    }

    @Transactional(TxType.MANDATORY)
    public void teach(UUID personId, PersonDetails told) {
        if (people.lock(personId).learn(told, clock.instant())) {
            publisher.publish(List.of(personId));
        }
    }

    /** The person who has this address, if any. Whoever acts on the answer holds the address until the end. */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> ownerOf(String address) {
        people.lockAddress(address);
        return people.email(address).map(PersonEmail::personId);
    }

    /** Whether the person with this address had their data erased and has not come back. */
    public boolean isErased(String address) {
        return address != null && !erased.among(List.of(address)).isEmpty();
    }

    /** Gives a person an address that nobody has. */
    @Transactional(TxType.MANDATORY)
    public void addAddress(UUID personId, String address) {
        erased.require(address);
        Person person = people.lock(personId);
        if (!people.claim(address, personId, clock.instant())) {
            throw new LinkRefused.AddressTaken();
        }
        person.addressesChanged(clock.instant());
        publisher.publish(List.of(personId));
    }

    /** Connects the signed-in caller with the person who has the caller's verified address. */
    @Transactional
    public UUID linkCaller(PersonDetails told) {
        String address = callersAddress();
        erased.forget(address);
        Optional<Person> already = people.linkedTo(caller.subject());
        if (already.isPresent() && ownerOf(address).isEmpty()) {
            addAddress(already.get().id(), address);
        }
        UUID personId = withAddress(address, told);
        Person person = people.lock(personId);
        if (already.isPresent() && !already.get().id().equals(personId)) {
            throw new LinkRefused.AnotherPerson();
        }
        PersonEmail email = people.email(address).orElseThrow();
        if (!person.isLinkedTo(caller.subject()) || !email.verified()) {
            email.verify();
            person.link(caller.subject(), clock.instant());
            publisher.publish(List.of(personId));
        }
        return personId;
    }

    /**
     * What the signed-in person says about themselves.
     *
     * @param ifMatch the version that was seen
     */
    @Transactional
    Person changeCallers(String ifMatch, PersonChange change) {
        UUID id = callersPerson().orElseThrow(() -> new NotFound("linked person"));
        Person person = people.lock(id);
        ETags.require(ifMatch, person.version());
        person.say(change, clock.instant());
        publisher.publish(List.of(id));
        return person;
    }

    /** The caller's own, verified, normalised address. */
    public String callersAddress() {
        return caller.verifiedEmail().flatMap(EmailAddress::normalized).orElseThrow(LinkRefused.NoVerifiedEmail::new);
    }

    /** The person who is signed in: the linked one, else the one who has the caller's verified address and no account yet. */
    public Optional<UUID> callersPerson() {
        return people.linkedTo(caller.subject())
                .or(() -> caller.verifiedEmail()
                        .flatMap(EmailAddress::normalized)
                        .flatMap(people::email)
                        .map(email -> people.findById(email.personId()))
                        .filter(Person::hasNoAccount))
                .map(Person::id);
    }

    private Person add(PersonDetails told) {
        var person = new Person(Ids.next(), told, clock.instant());
        people.persist(person);
        return person;
    }
}
