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

    void become(BoundaryMode newMode, int budget, String newZone, Set<DayOfWeek> days, Hours hours, Instant now) {
        defaults(newMode, budget, days, hours);
        zone = newZone;
        version++;
        updatedAt = now;
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
}
