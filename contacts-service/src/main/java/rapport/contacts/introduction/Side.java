package rapport.contacts.introduction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One of the two people of an introduction. */
@Entity
@Table(name = "introduction_side")
@IdClass(Side.Key.class)
class Side {
    record Key(String subject, UUID introductionId) implements Serializable {}

    @Id
    private String subject;

    @Id
    @Column(name = "introduction_id")
    private UUID introductionId;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Side() {}

    Side(UUID introductionId, String subject, UUID personId) {
        this.introductionId = introductionId;
        this.subject = subject;
        this.personId = personId;
    }

    /** Answers for good; returns whether this answer is new. */
    boolean answer(Answer given, Instant now) {
        if (answer == given) {
            return false;
        }
        if (answer != null) {
            throw new IntroductionRefused.Answered();
        }
        answer = given;
        answeredAt = now;
        return true;
    }

    boolean accepted() {
        return answer == Answer.ACCEPTED;
    }

    String subject() {
        return subject;
    }

    UUID introductionId() {
        return introductionId;
    }

    UUID personId() {
        return personId;
    }

    Answer answer() {
        return answer;
    }
}
