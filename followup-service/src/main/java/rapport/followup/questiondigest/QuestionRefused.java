package rapport.followup.questiondigest;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** A question that is not taken. */
final class QuestionRefused extends DomainException {

    private QuestionRefused(ProblemKind kind, String code, String detail, List<Fault> faults) {
        super(kind, code, detail, faults);
    }

    static QuestionRefused tooLate() {
        return new QuestionRefused(
                ProblemKind.CONFLICT,
                "questions-sent",
                "The questions to this speaker were sent already; a follow-up of one's own is still possible.",
                List.of());
    }

    static QuestionRefused tooMany(int most) {
        return new QuestionRefused(
                ProblemKind.UNPROCESSABLE,
                "too-many-questions",
                "Not more than " + most + " questions are taken.",
                List.of());
    }

    static QuestionRefused foreignSession() {
        String text = "The session is none of the speaker's event.";
        return new QuestionRefused(
                ProblemKind.UNPROCESSABLE,
                "foreign-session",
                text,
                List.of(new Fault("/sessionId", "foreign-session", text)));
    }
}
