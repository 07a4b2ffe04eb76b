package rapport.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import rapport.stack.demo.Api;

/** Imports a file into a new event, imports it again, and registers as many people as fit into the time one by one. */
final class ImportJob {
    private static final String ORGANIZER = "olga";
    private static final int ROWS = 10_000;
    private static final int SMALL = 1_000;
    private static final int ONE_BY_ONE = 500;
    private static final int WARM_UPS = 3;
    private static final int SMALL_WARM_UPS = 20;

    private final Api api;
    private final PeakMemory memory;
    private final PrintStream out;

    ImportJob(Api api, PeakMemory memory, PrintStream out) {
        this.api = api;
        this.memory = memory;
        this.out = out;
    }

    Ratios run(int rounds) throws IOException, InterruptedException {
        var ratios = new Ratios("E5.onebyone", 3, 10);
        List<Double> firsts = new ArrayList<>();
        List<Double> agains = new ArrayList<>();
        out.printf("%n%d registrations as CSV, rival: the same people by single requests%n", ROWS);
        for (int round = -WARM_UPS; round < rounds; round++) {
            String event = event();
            byte[] file = file(event, ROWS);
            double first = upload(event, file, "create", ROWS);
            double again = upload(event, file, "skip", ROWS);
            double single = oneByOne(event());
            out.printf(
                    Locale.ROOT,
                    "%-8s first %5.2f s   again %5.2f s   one by one %6.0f rows/s%n",
                    round < 0 ? "warm-up" : "round " + (round + 1),
                    first,
                    again,
                    single);
            if (round >= 0) {
                firsts.add(first);
                agains.add(again);
                ratios.add(ROWS / first, single);
            }
        }
        out.printf("%n%s%n%s%n", spread("first", firsts), spread("again", agains));
        compareMemory();
        return ratios;
    }

    /** A heap of fixed size becomes resident as it is used for the first time, whatever it is used for. */
    private void compareMemory() throws IOException, InterruptedException {
        for (int i = 0; i < SMALL_WARM_UPS; i++) {
            fresh(SMALL);
        }
        double small = memory.of(() -> fresh(SMALL));
        double large = memory.of(() -> fresh(ROWS));
        out.printf(
                Locale.ROOT,
                "resident memory of events-service at its peak: %.1f MB with %d rows, %.1f MB with %d: %+.1f MB%n",
                small,
                SMALL,
                large,
                ROWS,
                large - small);
    }

    private void fresh(int rows) {
        String event = event();
        upload(event, file(event, rows), "create", rows);
    }

    private String event() {
        String organization = api.post(
                        ORGANIZER, "/api/events/organizations", Map.of("name", "Bench " + UUID.randomUUID()))
                .expect(201)
                .body()
                .path("id")
                .asText();
        return "/api/events/events/"
                + api.post(
                                ORGANIZER,
                                "/api/events/organizations/" + organization + "/events",
                                Map.of(
                                        "name", "Imports",
                                        "kind", "IN_PERSON",
                                        "startsAt", "2026-12-01T09:00:00",
                                        "endsAt", "2026-12-03T18:00:00",
                                        "zone", "Europe/Vienna"))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
    }

    private static byte[] file(String event, int rows) {
        String name = event.substring(event.lastIndexOf('/') + 1);
        var csv = new StringBuilder("external_id,display_name,email,affiliation,career_stage,interests,sharing\r\n");
        for (int i = 0; i < rows; i++) {
            csv.append(
                    "%d,Attendee %d,a%d.%s@students.example,\"University Hospital, %d\",STUDENT,Sepsis|Shock,CARD\r\n"
                            .formatted(i, i, i, name, i % 300));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return the seconds it took */
    private double upload(String event, byte[] file, String outcome, int rows) {
        long start = System.nanoTime();
        JsonNode report = api.upload(ORGANIZER, event + "/registration-imports", "text/csv", file)
                .expect(201)
                .body();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.path("registrations").path(outcome).asInt() != rows) {
            throw new IllegalStateException(
                    "not all of " + rows + " are " + outcome + ": " + report.path("registrations"));
        }
        return seconds;
    }

    /** @return registrations per second */
    private double oneByOne(String event) {
        String name = event.substring(event.lastIndexOf('/') + 1);
        long start = System.nanoTime();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            api.post(
                            ORGANIZER,
                            event + "/registrations",
                            Map.of(
                                    "displayName",
                                    "Attendee " + i,
                                    "email",
                                    "s" + i + "." + name + "@students.example",
                                    "affiliation",
                                    "University Hospital, " + i,
                                    "careerStage",
                                    "STUDENT",
                                    "interests",
                                    List.of("Sepsis", "Shock"),
                                    "sharing",
                                    "CARD"))
                    .expect(201);
        }
        return ONE_BY_ONE / ((System.nanoTime() - start) / 1e9);
    }

    private static String spread(String what, List<Double> seconds) {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-6s n=%d  median %.2f s  min %.2f s  max %.2f s",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast());
    }
}
