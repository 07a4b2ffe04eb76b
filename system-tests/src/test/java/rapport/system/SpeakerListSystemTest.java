package rapport.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long list with a hostile speaker in it, from a small service: what is promised for a heap of 256 MB is shown with less, and with
 * tables that nobody has gathered statistics of yet.
 */
@ExtendWith(PlatformOfTheRun.class)
class SpeakerListSystemTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SPEAKERS = 50_000;
    private static final int SLOW_CLIENTS = 3;
    private static final String HEAP = "-Xmx192m";
    private static final String EVIL = "=cmd|' /C calc'!A0, \"Ünïcode\"\nsecond line";

    private final Platform platform;

    SpeakerListSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void fiftyThousandSpeakersLeaveASmallHeapInEveryFormatAndNoneOfThemIsDangerous(@TempDir Path directory)
            throws Exception {
        assertThat(platform.stack().config().jvmArguments()).contains(HEAP);
        long process = platform.stack().service("events").pid();
        try (var lists = new SpeakerLists(platform.stack(), directory)) {
            String event = lists.add(platform.api(), SPEAKERS - 1);
            platform.api()
                    .post("olga", "/api/events/events/" + event + "/speakers", Map.of("displayName", EVIL))
                    .expect(201);

            Path csv = lists.file("list.csv");
            Path xlsx = lists.file("list.xlsx");
            Path ndjson = lists.file("list.ndjson");
            Path vcf = lists.file("list.vcf");
            lists.download(event, "format=csv", csv);
            lists.download(event, "format=xlsx", xlsx);
            lists.download(event, "format=ndjson", ndjson);
            lists.download(event, "format=vcf", vcf);
            slowClientsHoldNoTransaction(event);

            assertThat(firstLine(csv)).matches("[a-z_]+(,[a-z_]+){29}");
            assertThat(count(csv, ",ACTIVE,")).isEqualTo(SPEAKERS);
            // First in the order of the list, and quoted over two lines.
            assertThat(Files.readString(csv))
                    .contains(",\"'" + EVIL.replace("\"", "\"\"") + "\",")
                    .doesNotContain("\"=cmd");
            var sheet = Worksheet.read(xlsx);
            assertThat(sheet.rows()).isEqualTo(SPEAKERS + 1);
            assertThat(sheet.header()).isEqualTo(List.of(firstLine(csv).split(",")));
            assertThat(sheet.cell("C2")).isEqualTo("'" + EVIL);
            assertThat(JSON.readValue(firstLine(ndjson), JsonNode.class)
                            .path("display_name")
                            .asText())
                    .isEqualTo(EVIL);
            assertThat(count(ndjson, "\"speaker_id\"")).isEqualTo(SPEAKERS);
            assertThat(count(vcf, "BEGIN:VCARD")).isEqualTo(SPEAKERS);
        }
        assertThat(platform.stack().service("events").pid()).isEqualTo(process);
        assertThat(platform.stack().service("events").isAlive()).isTrue();
        assertThat(Files.readString(platform.stack().service("events").log())).doesNotContain("OutOfMemoryError");
    }

    /** Each reads the head of a list of many megabytes and then nothing more. */
    private void slowClientsHoldNoTransaction(String event) throws Exception {
        var service = URI.create(platform.stack().service("events").url());
        var clients = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                clients.add(startReading(service, "/events/" + event + "/speaker-list"));
            }
            assertThat(platform.count("events", """
                            select count(*)
                            from   pg_stat_activity
                            where  datname = current_database() and state <> 'idle' and query like 'copy (%'
                            """)).isZero();
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private Socket startReading(URI service, String path) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, platform.stack().token("olga"))
                        .getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(100), US_ASCII))
                .startsWith("HTTP/1.1 200");
        return socket;
    }

    private static String firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow();
        }
    }

    private static long count(Path file, String text) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }
}
