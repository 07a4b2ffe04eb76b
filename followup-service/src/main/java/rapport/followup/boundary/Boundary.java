package rapport.followup.boundary;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.window.Hours;

/** The rules that a person set for those who want to write to them. */
@Entity
@Table(name = "boundary")
class Boundary {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    private long version;

    @Enumerated(EnumType.STRING)
    private BoundaryMode mode;

    @Column(name = "weekly_budget")
    private int weeklyBudget;

    private String zone;

    @Column(name = "working_days")
    private String workingDays;

    @Column(name = "from_minute")
    private int fromMinute;

    @Column(name = "to_minute")
    private int toMinute;

    private String topics = "";
    private String languages = "";
    private Boolean mentoring;
    private Instant until;

    @Enumerated(EnumType.STRING)
    @Column(name = "mode_after")
    private BoundaryMode modeAfter;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Boundary() {}

    Boundary(UUID personId) {
        this.personId = personId;
    }

    /** What counts without a word of the person; not to be stored. */
    void defaults(BoundaryMode seeded, int budget, Set<DayOfWeek> days, Hours hours) {
        mode = seeded;
        weeklyBudget = budget;
        workingDays = days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
        fromMinute = hours.from();
        toMinute = hours.to();
    }

    void become(NewBoundary wanted, Instant now) {
        defaults(wanted.mode(), wanted.weeklyBudget(), wanted.workingDays(), wanted.hours());
        zone = wanted.zone();
        topics = lines(wanted.topics());
        languages = lines(wanted.languages());
        mentoring = wanted.mentoring();
        until = wanted.until();
        modeAfter = wanted.modeAfter();
        version++;
        updatedAt = now;
    }

    /** A closed time is over. Doing it again changes nothing. */
    boolean open(Instant now) {
        if (until == null || until.isAfter(now)) {
            return false;
        }
        mode = modeAfter;
        until = null;
        modeAfter = null;
        version++;
        updatedAt = now;
        return true;
    }

    UUID personId() {
        return personId;
    }

    long version() {
        return version;
    }

    BoundaryMode mode() {
        return mode;
    }

    int weeklyBudget() {
        return weeklyBudget;
    }

    String zone() {
        return zone;
    }

    List<DayOfWeek> days() {
        return Arrays.stream(workingDays.split(",")).map(DayOfWeek::valueOf).toList();
    }

    Hours hours() {
        return new Hours(fromMinute, toMinute);
    }

    List<String> topics() {
        return topics.lines().toList();
    }

    List<String> languages() {
        return languages.lines().toList();
    }

    Boolean mentoring() {
        return mentoring;
    }

    Instant until() {
        return until;
    }

    BoundaryMode modeAfter() {
        return modeAfter;
    }

    private static String lines(Collection<String> items) {
        return items == null ? "" : String.join("\n", items);
    }
}
