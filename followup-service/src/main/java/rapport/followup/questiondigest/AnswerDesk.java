package rapport.followup.questiondigest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.correspondence.Correspondences;
import rapport.followup.links.LinkPurpose;
import rapport.followup.sql.Transactions;
import rapport.kit.json.Text;

/** Where a speaker answers by the link in the digest. */
@ApplicationScoped
class AnswerDesk {

    private static final int LONGEST = 5_000;

    /** What the link shows. */
    record Shown(Digest digest, boolean answered) {}

    private final Correspondences correspondences;
    private final Digests digests;
    private final Transactions transactions;
    private final Clock clock;

    AnswerDesk(Correspondences correspondences, Digests digests, Transactions transactions, Clock clock) {
        this.correspondences = correspondences;
        this.digests = digests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty when the link is none of ours or the questions are gone. Changes nothing. */
    Optional<Shown> behind(String token) {
        Optional<Correspondence> letter = correspondences.behind(LinkPurpose.QUESTIONS, token);
        return letter.flatMap(to -> transactions.run(connection -> {
            Optional<Digest> digest = digests.read(connection, to.deliveryId());
            boolean answered = digests.isAnswered(connection, to.deliveryId());
            return digest.map(read -> new Shown(read, answered));
        }));
    }

    /**
     * @param answers in the order of the questions; an empty one is none
     * @return whether at least one answer was there and none was too long or unreadable
     */
    boolean answer(Digest digest, List<String> answers) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < digest.questions().size(); i++) {
            String answer = i < answers.size() ? answers.get(i).strip().replace("\r\n", "\n") : "";
            if (answer.length() > LONGEST || Text.objection(answer).isPresent()) {
                return false;
            }
            given.add(answer.isEmpty() ? null : answer);
        }
        if (given.stream().allMatch(each -> each == null)) {
            return false;
        }
        transactions.run(connection -> digests.answer(connection, digest, given, clock.instant()));
        return true;
    }
}
