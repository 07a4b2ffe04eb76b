package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import rapport.events.person.People;

/** Decides who a speaker is when an address becomes known. */
@ApplicationScoped
class SpeakerIdentity {
    private final SpeakerRepository speakers;
    private final People people;
    private final MergeProposals proposals;
    private final Event<SpeakerRepointed> repointed;

    SpeakerIdentity(
            SpeakerRepository speakers, People people, MergeProposals proposals, Event<SpeakerRepointed> repointed) {
        this.speakers = speakers;
        this.people = people;
        this.proposals = proposals;
        this.repointed = repointed;
    }

    /**
     * An address nobody has becomes the speaker's; one of another speaker proposes a merge; one of a known person tells who it
     * is.
     *
     * @return true when this was news
     */
    boolean told(Speaker speaker, String address) {
        if (address.equals(speaker.email())) {
            return false;
        }
        Optional<UUID> owner = people.ownerOf(address);
        if (owner.isEmpty()) {
            people.addAddress(speaker.personId(), address);
            speaker.become(speaker.personId(), address);
            return true;
        }
        Optional<Speaker> other =
                speakers.ofPerson(speaker.eventId(), owner.get()).filter(o -> !o.id().equals(speaker.id()));
        if (other.isPresent()) {
            return proposals.propose(
                    speaker.eventId(), speaker.id(), other.get().id());
        }
        boolean sameHuman = owner.get().equals(speaker.personId());
        speaker.become(owner.get(), address);
        if (!sameHuman) {
            speakers.flush();
            repointed.fire(new SpeakerRepointed(speaker.id()));
        }
        return true;
    }

    /** Looks for others of the event that have the same ORCID iD as these. */
    void known(Collection<UUID> speakerIds) {
        proposals.proposeSameOrcid(speakerIds);
    }

    void forget(UUID speakerId) {
        proposals.forget(speakerId);
    }
}
