package rapport.contacts.mentoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import rapport.contacts.goal.CareerStage;
import rapport.contacts.goal.Wish;

/** What a mentor offers, and how many places they have. Its id tells nothing of who they are. */
@Entity
@Table(name = "mentor_profile")
class MentorProfile {

    @Id
    private UUID id;

    private String owner;
    private String headline;
    private String boundaries;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> wishes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> topics;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "career_stages")
    private List<String> careerStages;

    private int capacity;
    private int taken;

    @Column(name = "shows_name")
    private boolean showsName;

    @Column(name = "shows_affiliation")
    private boolean showsAffiliation;

    private boolean active;
    private long version;

    protected MentorProfile() {}

    MentorProfile(UUID id, String owner) {
        this.id = id;
        this.owner = owner;
    }

    void offer(Offer offer) {
        headline = offer.headline().strip();
        boundaries = offer.boundaries();
        wishes = offer.wishes().stream().map(Wish::name).sorted().toList();
        topics = offer.topicWords();
        languages = offer.languageWords();
        careerStages =
                offer.careerStages().stream().map(CareerStage::name).sorted().toList();
        capacity = offer.capacity();
        showsName = offer.showsName();
        showsAffiliation = offer.showsAffiliation();
        active = true;
        version++;
    }

    /** Is no longer found and no longer asked. Who is mentored stays so. */
    void retire() {
        active = false;
        version++;
    }

    /** Gives a place away. */
    void take() {
        if (isFull()) {
            throw new MentoringRefused.Full();
        }
        taken++;
    }

    void release() {
        taken--;
    }

    boolean isFull() {
        return taken >= capacity;
    }

    boolean isActive() {
        return active;
    }

    UUID id() {
        return id;
    }

    String owner() {
        return owner;
    }

    String headline() {
        return headline;
    }

    String boundaries() {
        return boundaries;
    }

    List<Wish> wishes() {
        return wishes.stream().map(Wish::valueOf).toList();
    }

    List<String> topics() {
        return topics;
    }

    List<String> languages() {
        return languages;
    }

    /** Empty: all. */
    List<CareerStage> careerStages() {
        return careerStages.stream().map(CareerStage::valueOf).toList();
    }

    int capacity() {
        return capacity;
    }

    int taken() {
        return taken;
    }

    boolean showsName() {
        return showsName;
    }

    boolean showsAffiliation() {
        return showsAffiliation;
    }

    long version() {
        return version;
    }
}
