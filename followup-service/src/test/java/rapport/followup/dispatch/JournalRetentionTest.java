package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.followup.dispatch.Completion.Outcome;
import rapport.kit.id.Ids;

class JournalRetentionTest {

    private static final Instant EVENING = Instant.parse("2026-11-20T23:59:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-21T00:01:00Z");
    private static final Duration KEPT = Duration.ofDays(90);

    @TempDir
    Path directory;

    private SendJournal journal;

    @BeforeEach
    void open() {
        journal = SendJournal.open(directory, Ids.next());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void everyDayHasItsFileAndNoLineIsLostBetween() throws IOException {
        UUID evening = sent(EVENING);
        UUID night = sent(NEXT_DAY);
        UUID later = sent(NEXT_DAY.plusSeconds(60));

        assertThat(files()).hasSize(2);
        assertThat(journal.read()).containsOnlyKeys(evening, night, later);
    }

    @Test
    void whatIsOlderThanTheOldestBackupIsForgottenAndNothingElse() throws IOException {
        sent(EVENING);
        Path old = files().getFirst();
        Files.setLastModifiedTime(old, FileTime.from(EVENING));
        UUID kept = sent(NEXT_DAY);
        Path young =
                files().stream().filter(file -> !file.equals(old)).findFirst().orElseThrow();
        Files.setLastModifiedTime(young, FileTime.from(NEXT_DAY));

        var retention = new JournalRetention(journal, KEPT);
        retention.runOnce(EVENING.plus(KEPT).minusSeconds(1));
        assertThat(files()).hasSize(2);
        retention.runOnce(EVENING.plus(KEPT).plus(Duration.ofHours(2)));

        // The file that is written to stays, however old its last line is.
        assertThat(files()).containsExactly(young);
        assertThat(journal.read()).containsOnlyKeys(kept);
    }

    @Test
    void whatOtherProcessesLeftIsForgottenAsWellAndTheOpenFileGoesOn() throws IOException {
        Path left = Files.writeString(directory.resolve(Ids.next() + ".sent"), "2026-01-01T00:00:00Z a b 1\n");
        Files.setLastModifiedTime(left, FileTime.from(EVENING.minus(KEPT)));

        new JournalRetention(journal, KEPT).runOnce(EVENING.plusSeconds(1));

        assertThat(left).doesNotExist();
        UUID after = sent(EVENING);
        assertThat(journal.read()).containsOnlyKeys(after);
    }

    private UUID sent(Instant at) {
        UUID delivery = Ids.next();
        journal.append(List.of(new Completion(Ids.next(), delivery, 1, Outcome.SENT, 250, null, at, null, false)));
        return delivery;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
