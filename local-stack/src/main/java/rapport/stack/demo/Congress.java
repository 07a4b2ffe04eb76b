package rapport.stack.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An invented congress, the same in every run. The people do not exist and their addresses lead nowhere. */
final class Congress {
    static final String ORGANIZATION = "Young Doctors of Lisbon";
    static final String NAME = "Lisbon Young Medicine Congress";
    static final String SLUG = "lisbon-young-medicine-congress";
    static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    static final int SPEAKERS = 24;
    static final int REGISTRATIONS = 300;
    /** Of the registered, who watched the webinar. */
    static final int WATCHED = 40;

    private static final DateTimeFormatter ZOOM = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);

    private static final List<String> GIVEN = List.of(
            "Inês",
            "João",
            "Zeynep",
            "Élodie",
            "Noah",
            "Amara",
            "Søren",
            "Mei",
            "Łukasz",
            "Aisha",
            "Mateus",
            "Freya",
            "Rohan",
            "Ximena",
            "Yusuf",
            "Clara",
            "Tomás",
            "Linh",
            "Oluwaseun",
            "Greta");
    private static final List<String> FAMILY = List.of(
            "Almeida",
            "Øberg",
            "Kaya",
            "Dubois",
            "O'Brien",
            "Mensah",
            "Nowak",
            "Tanaka",
            "Ferreira",
            "Haddad",
            "Schäfer",
            "Singh",
            "Vargas",
            "Demir",
            "Lindholm",
            "Nguyen",
            "Rossi",
            "Adeyemi",
            "Kovačević",
            "Moreau");
    private static final List<String> TOPICS = List.of(
            "Sepsis in the first hour",
            "Atrial fibrillation in athletes",
            "Reading an echocardiogram",
            "Night shifts and sleep",
            "Research beside the wards",
            "Ultrasound at the bedside",
            "Antibiotics after day three",
            "Breaking bad news",
            "From case report to paper",
            "Stroke: the last mile",
            "Women in surgery",
            "Global health placements");
    private static final List<String> ROOMS = List.of("Aula Magna", "Sala Tejo", "Sala Douro");

    private Congress() {}

    /** Ends yesterday in its own zone, whatever the day is where the demo runs. */
    static LocalDate lastDay() {
        return LocalDate.now(ZONE).minusDays(1);
    }

    static Map<String, Object> event() {
        var event = new LinkedHashMap<String, Object>();
        event.put("name", NAME);
        event.put("slug", SLUG);
        event.put("kind", "HYBRID");
        event.put("startsAt", lastDay().minusDays(1).atTime(9, 0).toString() + ":00");
        event.put("endsAt", lastDay().atTime(17, 0).toString() + ":00");
        event.put("zone", ZONE.getId());
        event.put("venue", "Reitoria da Universidade, Lisboa");
        event.put("contactMode", "OPEN");
        return event;
    }

    /** The first two can sign in; the others are only names on the programme. */
    static List<Map<String, Object>> speakers() {
        var speakers = new ArrayList<Map<String, Object>>();
        speakers.add(speaker(1, "Dr. Lucía López", "drlopez@example.org", "Hospital Clínic de Barcelona", "ES"));
        speakers.add(speaker(2, "Dr. Anna Meyer", "drmeyer@example.org", "Charité Berlin", "DE"));
        for (int number = 3; number <= SPEAKERS; number++) {
            String given = GIVEN.get(number % GIVEN.size());
            String family = FAMILY.get((number * 7) % FAMILY.size());
            speakers.add(speaker(
                    number,
                    "Dr. " + given + " " + family,
                    "speaker" + number + "@speakers.example",
                    "Hospital " + number,
                    "PT"));
        }
        return speakers;
    }

    /** Twelve sessions with two speakers each; the last one is the webinar. */
    static List<Map<String, Object>> sessions(LocalDateTime begin, List<String> speakerIds) {
        var sessions = new ArrayList<Map<String, Object>>();
        for (int number = 0; number < TOPICS.size(); number++) {
            boolean webinar = number == TOPICS.size() - 1;
            LocalDateTime start = begin.plusDays(number / 6).plusHours(number % 6);
            sessions.add(Map.of(
                    "externalId",
                    "session-" + (number + 1),
                    "title",
                    TOPICS.get(number),
                    "track",
                    webinar ? "Webinar" : number % 2 == 0 ? "Clinic" : "Career",
                    "room",
                    webinar ? "Online" : ROOMS.get(number % ROOMS.size()),
                    "startsAt",
                    start + ":00",
                    "endsAt",
                    start.plusMinutes(45) + ":00",
                    "type",
                    webinar ? "Webinar" : "Lecture",
                    "language",
                    "en",
                    "speakers",
                    List.of(
                            Map.of("speakerId", speakerIds.get(number * 2), "role", "SPEAKER"),
                            Map.of("speakerId", speakerIds.get(number * 2 + 1), "role", "SPEAKER"))));
        }
        return sessions;
    }

    /** The registrations as an organizer's ticket shop exports them. */
    static String registrationsCsv() {
        var csv = new StringBuilder(
                "external_id,given_name,family_name,email,affiliation,career_stage,interests,zone,locale,sharing\r\n");
        csv.append("R-001,Maya,Haddad,maya@example.org,Universidade Nova,STUDENT,sepsis,Europe/Lisbon,en,CARD\r\n");
        csv.append("R-002,Ben,Kowalski,ben@example.org,UMED Łódź,RESIDENT,ultrasound,Europe/Warsaw,pl,CARD\r\n");
        csv.append("R-003,Chen,Li,chen@example.org,Fudan University,STUDENT,cardiology,Asia/Shanghai,en,CARD\r\n");
        for (int number = 4; number <= REGISTRATIONS; number++) {
            csv.append("R-%03d,%s,%s,guest%d@guests.example,Hospital %d,%s,\"%s\",%s,en,%s\r\n"
                    .formatted(
                            number,
                            GIVEN.get(number % GIVEN.size()),
                            FAMILY.get((number / GIVEN.size() + number * 3) % FAMILY.size()),
                            number,
                            number % 40,
                            number % 3 == 0 ? "RESIDENT" : "STUDENT",
                            TOPICS.get(number % TOPICS.size()).replace("\"", "\"\""),
                            number % 2 == 0 ? "Europe/Lisbon" : "Europe/Paris",
                            // Every tenth person wants to be asked first.
                            number % 10 == 0 ? "ASK_ME" : "CARD"));
        }
        return csv.toString();
    }

    /**
     * The webinar as Zoom reports it: every fourth dropped out and came back, and somebody dialled in.
     *
     * @param startsAt local time of the session
     */
    static String webinarReport(String startsAt) {
        LocalDateTime start = LocalDateTime.parse(startsAt);
        var csv = new StringBuilder(
                "Attendee Report\r\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes)\r\n");
        csv.append("%s,847 5984 1045,%s,45\r\nAttendee Details\r\n".formatted(TOPICS.getLast(), zoom(start)));
        csv.append("Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,"
                + "Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\r\n");
        for (int number = 10; number < 10 + WATCHED; number++) {
            String who = "Yes,Guest,Guest,%d,guest%d@guests.example,%s,approved,"
                    .formatted(number, number, zoom(start.minusDays(20)));
            LocalDateTime joined = start.plusMinutes(number % 7);
            if (number % 4 == 0) {
                csv.append(who).append(stay(joined, joined.plusMinutes(12)));
                csv.append(who).append(stay(joined.plusMinutes(15), start.plusMinutes(45)));
            } else {
                csv.append(who).append(stay(joined, start.plusMinutes(45)));
            }
        }
        csv.append(
                "Other Attended\r\nUser Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\r\n");
        csv.append("3519****88,%s,%s,20,Portugal\r\n".formatted(zoom(start), zoom(start.plusMinutes(20))));
        return csv.toString();
    }

    private static String stay(LocalDateTime from, LocalDateTime to) {
        return "%s,%s,%d,Yes,Portugal\r\n"
                .formatted(zoom(from), zoom(to), Duration.between(from, to).toMinutes());
    }

    private static String zoom(LocalDateTime time) {
        return '"' + ZOOM.format(time) + '"';
    }

    /** Comes after the import, and after a first scan of the badge. */
    static Map<String, Object> lateRegistration() {
        return Map.of(
                "displayName", "Late Guest",
                "email", "late.guest@guests.example",
                "affiliation", "Hospital 41",
                "sharing", "CARD");
    }

    private static Map<String, Object> speaker(
            int number, String displayName, String email, String affiliation, String country) {
        return Map.of(
                "externalId", "speaker-" + number,
                "displayName", displayName,
                "email", email,
                "emailShared", number % 3 != 0,
                "affiliation", affiliation,
                "country", country,
                "contactMode", "OPEN");
    }
}
