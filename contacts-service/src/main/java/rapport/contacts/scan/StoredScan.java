package rapport.contacts.scan;

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

/** A scan as it was stored. Written by the ingest's statements, only read here. */
@Entity
@Table(name = "scan")
@IdClass(StoredScan.Key.class)
class StoredScan {
    record Key(String owner, UUID scanId) implements Serializable {}

    @Id
    private String owner;

    @Id
    @Column(name = "scan_id")
    private UUID scanId;

    @Column(name = "contact_id")
    private UUID contactId;

    @Column(name = "event_id")
    private UUID eventId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "scanned_at")
    private Instant scannedAt;

    @Column(name = "effective_at")
    private Instant effectiveAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "clock_corrected")
    private boolean clockCorrected;

    @Column(name = "device_id")
    private String deviceId;

    @Column(name = "device_sequence")
    private long deviceSequence;

    protected StoredScan() {}

    UUID scanId() {
        return scanId;
    }

    ScanView view() {
        return new ScanView(
                scanId,
                eventId,
                contactId,
                outcome,
                scannedAt,
                effectiveAt,
                receivedAt,
                clockCorrected,
                deviceId,
                deviceSequence);
    }
}
