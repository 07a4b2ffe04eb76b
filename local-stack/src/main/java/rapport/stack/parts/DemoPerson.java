package rapport.stack.parts;

import java.util.List;
import java.util.Map;

/** Somebody who can sign in on one machine. The people are invented, their addresses lead nowhere. */
public record DemoPerson(
        String username, String subject, String displayName, String email, boolean emailVerified, List<String> groups) {

    private static final List<DemoPerson> ALL = List.of(
            person(1, "olga", "Olga Lindqvist", "organizer"),
            person(2, "otto", "Otto Brenner", "organizer"),
            person(3, "ada", "Ada Okafor", "admin"),
            person(4, "maya", "Maya Haddad"),
            person(5, "ben", "Ben Kowalski"),
            person(6, "chen", "Chen Li"),
            person(7, "drlopez", "Dr. Lucía López"),
            person(8, "drmeyer", "Dr. Anna Meyer"));

    public DemoPerson {
        groups = List.copyOf(groups);
    }

    public static List<DemoPerson> all() {
        return ALL;
    }

    public static DemoPerson of(String username) {
        return ALL.stream()
                .filter(person -> person.username.equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demo person is called " + username + "; there are "
                        + String.join(
                                ", ", ALL.stream().map(DemoPerson::username).toList())));
    }

    /** The claims of this person's tokens, issuer and times excepted. */
    public Map<String, Object> claims() {
        return Map.of(
                "sub", subject,
                "name", displayName,
                "preferred_username", username,
                "email", email,
                "email_verified", emailVerified,
                "groups", groups);
    }

    private static DemoPerson person(int number, String username, String displayName, String... groups) {
        return new DemoPerson(
                username,
                "00000000-0000-4000-8000-%012d".formatted(number),
                displayName,
                username + "@example.org",
                true,
                List.of(groups));
    }
}
