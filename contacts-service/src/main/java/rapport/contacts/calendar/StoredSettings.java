package rapport.contacts.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Settings that an owner made. */
@Entity
@Table(name = "reminder_setting")
class StoredSettings {

    @Id
    private String owner;

    private String zone;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private int[] days;

    @Column(name = "per_day")
    private int perDay;

    private long version;

    protected StoredSettings() {}

    StoredSettings(String owner) {
        this.owner = owner;
    }

    void become(ReminderSettings wanted) {
        zone = wanted.zone().getId();
        days = wanted.days().stream().mapToInt(DayOfWeek::getValue).sorted().toArray();
        perDay = wanted.perDay();
        version++;
    }

    ReminderSettings settings() {
        Set<DayOfWeek> on = Arrays.stream(days).mapToObj(DayOfWeek::of).collect(Collectors.toSet());
        return new ReminderSettings(ZoneId.of(zone), on, perDay);
    }

    long version() {
        return version;
    }
}
