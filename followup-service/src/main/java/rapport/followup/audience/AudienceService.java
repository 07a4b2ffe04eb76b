package rapport.followup.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.followup.audience.AudienceTable.Member;
import rapport.followup.followup.Beginning;
import rapport.followup.preparation.Preparation;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

/** Drafts a follow-up for each of an owner's contacts who was there. Nothing is sent by it: there is no "send to all". */
@ApplicationScoped
class AudienceService {

    private static final int MOST = 50;

    private final AudienceTable audiences;
    private final Beginning beginning;
    private final Caller caller;
    private final Clock clock;

    AudienceService(AudienceTable audiences, Beginning beginning, Caller caller, Clock clock) {
        this.audiences = audiences;
        this.beginning = beginning;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AudienceView draft(NewAudience wanted) {
        if (wanted.minMinutes() == null && !Boolean.TRUE.equals(wanted.confirmed())) {
            throw new Invalid(List.of(
                    new Fault("/minMinutes", "required", "Say how long they were there, or that they are confirmed.")));
        }
        String owner = caller.subject();
        UUID id = Ids.next();
        audiences.insert(id, owner, wanted, clock.instant());
        List<Member> matching = audiences.matching(id, owner);
        List<Member> consented = matching.stream().filter(Member::consented).toList();
        var how = new Beginning.How(
                wanted.eventId(), wanted.sessionId(), wanted.playbook(), wanted.locale(), preparation(wanted), id);
        List<UUID> drafts = new ArrayList<>();
        for (Member member : consented.subList(0, Math.min(MOST, consented.size()))) {
            drafts.add(beginning.draft(owner, caller.displayName(), member.contactId(), how));
        }
        return new AudienceView(id, drafts, matching.size() - consented.size(), Math.max(0, consented.size() - MOST));
    }

    private static Preparation preparation(NewAudience wanted) {
        var thoughts = wanted.preparation();
        return thoughts == null
                ? Preparation.NONE
                : new Preparation(thoughts.goal(), thoughts.context(), thoughts.question(), thoughts.offer());
    }
}
