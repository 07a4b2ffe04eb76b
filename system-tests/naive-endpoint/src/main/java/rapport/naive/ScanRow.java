package rapport.naive;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One badge read by one owner. */
@Entity
@Table(
        name = "naive_scan",
        indexes = @Index(name = "ux_naive_scan_owner_scan", columnList = "owner, scan_id", unique = true))
public class ScanRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "scan_id")
    public UUID scanId;

    public String owner;

    @Column(name = "contact_id")
    public UUID contactId;

    @Column(name = "scanned_at")
    public Instant scannedAt;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "device_id")
    public String deviceId;

    public String note;

    protected ScanRow() {}

    ScanRow(ScanResource.NewScan scan, String owner, UUID contactId, Instant receivedAt) {
        this.id = UUID.randomUUID();
        this.scanId = scan.scanId();
        this.owner = owner;
        this.contactId = contactId;
        this.scannedAt = scan.scannedAt();
        this.receivedAt = receivedAt;
        this.deviceId = scan.deviceId();
        this.note = scan.note();
    }
}
