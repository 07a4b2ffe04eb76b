package rapport.contacts.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import rapport.contacts.sharecard.ShareCards;

/** What one person says to one holder who asked by a scan. Scans make it; everything else is the person's answer. */
@Entity
@Table(name = "consent")
@IdClass(Consent.Key.class)
class Consent {
    record Key(UUID personId, String holder) implements Serializable {}

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Id
    private String holder;

    private UUID id;

    @Enumerated(EnumType.STRING)
    private ConsentState state;

    @Column(name = "card_id")
    private UUID cardId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] fields;

    private long version;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Consent() {}

    /** Gives a card as it is now; returns whether that is another thing than before. An earlier answer does not bind the person. */
    boolean grant(ShareCards.Shown card, Instant now) {
        if (state == ConsentState.GRANTED
                && card.id().equals(cardId)
                && card.fields().equals(List.of(fields))) {
            return false;
        }
        cardId = card.id();
        fields = card.fields().toArray(String[]::new);
        become(ConsentState.GRANTED, now);
        return true;
    }

    void decline(Instant now) {
        switch (state) {
            case ASKED, EXPIRED -> become(ConsentState.DECLINED, now);
            case DECLINED, WITHDRAWN -> {}
            case GRANTED -> throw new AlreadyGranted();
        }
    }

    private void become(ConsentState next, Instant now) {
        state = next;
        changedAt = now;
        version++;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    String holder() {
        return holder;
    }

    long version() {
        return version;
    }
}
