package rapport.events.speaker;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f2-4000-7e10-8a00-0000000000f1", "speakerId": "0199a4f2-3000-7e10-8a00-0000000000d1",
                 "otherId": "0199a4f2-3000-7e10-8a00-0000000000d2", "reason": "ORCID", "status": "OPEN",
                 "createdAt": "2026-09-01T10:00:00Z"}""")
record MergeProposalView(
        UUID id, UUID speakerId, UUID otherId, MergeReason reason, MergeStatus status, Instant createdAt) {

    static MergeProposalView of(MergeProposal proposal) {
        return new MergeProposalView(
                proposal.id(),
                proposal.speakerId(),
                proposal.otherId(),
                proposal.reason(),
                proposal.status(),
                proposal.createdAt());
    }
}
