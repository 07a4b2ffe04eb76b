package rapport.contacts.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody wants to reach, and with what kind of help. */
@Entity
@Table(name = "goal")
@IdClass(Goal.Key.class)
public class Goal {
    record Key(String owner, UUID id) implements Serializable {}

    @Id
    private String owner;

    @Id
    private UUID id;

    private String statement;

    @Enumerated(EnumType.STRING)
    private Wish wish;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> topics;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    @Enumerated(EnumType.STRING)
    @Column(name = "career_stage")
    private CareerStage careerStage;

    private long version;

    protected Goal() {}

    Goal(String owner, UUID id, NewGoal told) {
        this.owner = owner;
        this.id = id;
        this.statement = told.statement().strip();
        this.wish = told.wish();
        this.topics = Words.of(told.topics());
        this.languages = Words.of(told.languages());
        this.careerStage = told.careerStage();
        this.version = 1;
    }

    void change(GoalChange change) {
        statement = change.statement().or(statement).strip();
        wish = change.wish().or(wish);
        topics = Words.of(change.topics().or(topics));
        languages = Words.of(change.languages().or(languages));
        careerStage = change.careerStage().or(careerStage);
        version++;
    }

    public UUID id() {
        return id;
    }

    public String statement() {
        return statement;
    }

    public Wish wish() {
        return wish;
    }

    public List<String> topics() {
        return topics;
    }

    /** Empty: any. */
    public List<String> languages() {
        return languages;
    }

    public CareerStage careerStage() {
        return careerStage;
    }

    long version() {
        return version;
    }
}
