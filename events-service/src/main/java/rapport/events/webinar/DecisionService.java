package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.imports.EventTransaction;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;

/** Decides about participants whom no identifier has told. A decision is remembered for later reports of the event. */
@ApplicationScoped
class DecisionService {
    private final DecisionTable table;
    private final WebinarPresence presence;
    private final EventTransaction transaction;
    private final Caller caller;
    private final Clock clock;

    DecisionService(
            DecisionTable table, WebinarPresence presence, EventTransaction transaction, Caller caller, Clock clock) {
        this.table = table;
        this.presence = presence;
        this.transaction = transaction;
        this.caller = caller;
        this.clock = clock;
    }

    UnmatchedParticipant decide(UUID eventId, UUID participantId, String ifMatch, Decision decision) {
        return transaction.run(eventId, false, event -> {
            String key = table.lock(eventId, participantId);
            UnmatchedParticipant before = table.require(eventId, participantId);
            ETags.require(ifMatch, before.version());
            if (!decision.isClear()) {
                throw new DecisionRefused.Unclear();
            }
            if (before.match().isCertain()) {
                throw new DecisionRefused.AlreadyCertain();
            }
            if (decision.registrationId() != null && !table.isRegistered(eventId, decision.registrationId())) {
                throw new DecisionRefused.UnknownRegistration();
            }
            List<UUID> sessions = table.decide(eventId, key, decision, caller.subject(), clock.instant());
            presence.derive(sessions);
            return table.require(eventId, participantId);
        });
    }
}
