package rapport.contacts.cadence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** What an owner said about being reminded of one contact. */
@Entity
@Table(name = "contact_cadence")
@IdClass(ContactCadence.Key.class)
class ContactCadence {
    record Key(String owner, UUID contactId) implements Serializable {}

    @Id
    private String owner;

    @Id
    @Column(name = "contact_id")
    private UUID contactId;

    @Column(name = "ideal_days")
    private Integer idealDays;

    @Column(name = "maximum_days")
    private Integer maximumDays;

    @Column(name = "snoozed_until")
    private LocalDate snoozedUntil;

    private long version;

    protected ContactCadence() {}

    /** Nothing was said yet. */
    ContactCadence(String owner, UUID contactId) {
        this.owner = owner;
        this.contactId = contactId;
    }

    /** Follows this cadence from now on, whatever the contact's tags say; null leaves it to them again. */
    void follow(CadenceDays days) {
        if (days != null) {
            days.check();
        }
        idealDays = days == null ? null : days.idealDays();
        maximumDays = days == null ? null : days.maximumDays();
        version++;
    }

    /** @param day no reminder before it; null ends it */
    void snooze(LocalDate day) {
        snoozedUntil = day;
        version++;
    }

    boolean hasDays() {
        return idealDays != null;
    }

    LocalDate snoozedUntil() {
        return snoozedUntil;
    }

    long version() {
        return version;
    }
}
