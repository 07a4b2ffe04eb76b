package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import rapport.events.event.EventRepository;
import rapport.kit.identity.Caller;

/** Decides about proposals. Speakers of one event become one; the people behind them stay two when both have addresses. */
@ApplicationScoped
class SpeakerMerge {
    private final MergeProposals proposals;
    private final SpeakerRepository speakers;
    private final EventRepository events;
    private final SpeakerAnnouncer announcer;
    private final Caller caller;
    private final Clock clock;

    SpeakerMerge(
            MergeProposals proposals,
            SpeakerRepository speakers,
            EventRepository events,
            SpeakerAnnouncer announcer,
            Caller caller,
            Clock clock) {
        this.proposals = proposals;
        this.speakers = speakers;
        this.events = events;
        this.announcer = announcer;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Speaker accept(UUID eventId, UUID proposalId, UUID keptId) {
        events.lock(eventId).requireOpen();
        MergeProposal proposal = proposals.lock(eventId, proposalId);
        UUID goneId = proposal.without(keptId);
        proposal.accept(caller.subject(), clock.instant());
        Speaker kept = speakers.lock(eventId, keptId);
        Speaker gone = speakers.lock(eventId, goneId);
        Speaker.Absorbed all = gone.everything();
        gone.mergeInto(keptId, clock.instant());
        // The address and the person are free for the kept one only after this.
        speakers.flush();
        kept.absorb(all, clock.instant());
        speakers.redirect(goneId, keptId);
        proposals.inherit(keptId, goneId);
        announcer.merged(kept, goneId);
        return kept;
    }

    @Transactional
    MergeProposal dismiss(UUID eventId, UUID proposalId) {
        events.lock(eventId);
        MergeProposal proposal = proposals.lock(eventId, proposalId);
        proposal.dismiss(caller.subject(), clock.instant());
        return proposal;
    }
}
