package rapport.system.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to ask for a list.
 *
 * @param person who asks
 * @param path with {@code {contact}}, {@code {event}} and {@code {goal}} for ids of the data, {@code {changes of many}} and {@code {now}} for tokens
 * @param text what is searched for; null for lists that are read by GET
 */
record ListCase(String person, String path, String name, String text) {

    /** The list before its question mark. */
    String endpoint() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    static List<ListCase> all() {
        var cases = new ArrayList<ListCase>();
        for (String person : List.of("many", "owner-7")) {
            cases.add(of(person, "/contacts", "all"));
            cases.add(of(person, "/contacts?tag=topic%203", "tag, frequent"));
            cases.add(of(person, "/contacts?tag=nobody", "tag, none"));
            cases.add(of(person, "/contacts?event={event}", "event"));
            cases.add(of(person, "/contacts?notContactedForDays=90", "quiet for 90 days"));
            cases.add(of(person, "/contacts?band=DORMANT", "band, none"));
            cases.add(of(person, "/contacts?changedSince={changes of " + person + "}", "all changed"));
            cases.add(of(person, "/contacts/duplicates", "all"));
            cases.add(of(person, "/portfolio", "all"));
            cases.add(of(person, "/reminders", "all"));
            for (String text :
                    List.of("zebrafish", "paper", "muller", "Łukasz Müller", "Luksaz Mueler", "nobody at all", "li")) {
                cases.add(new ListCase(person, "/contacts/search", "\"" + text + "\"", text));
            }
        }
        cases.add(of("many", "/contacts?tag=zebrafish", "tag, rare"));
        cases.add(of("many", "/contacts?event=00000000-0000-4000-8000-000000000000", "event, none"));
        cases.add(of("many", "/contacts?intent=LEARN", "intent"));
        cases.add(of("many", "/contacts?intent=THANK", "intent, none"));
        cases.add(of("many", "/contacts?kind=IMPORTED", "kind"));
        cases.add(of("many", "/contacts?status=PENDING", "status"));
        cases.add(of("many", "/contacts?doNotContact=true", "do not contact"));
        cases.add(of("many", "/contacts?doNotContact=true&status=PENDING&kind=MANUAL", "three filters, none"));
        cases.add(of("many", "/contacts?band=COOLING", "band"));
        cases.add(of("many", "/contacts?band=NEW", "band NEW"));
        cases.add(of("many", "/contacts?notContactedForDays=3650", "quiet for 3650 days, none"));
        cases.add(of("many", "/contacts?changedSince={now}", "nothing changed"));
        cases.add(of("many", "/contacts/duplicates?certainty=CERTAIN", "certain ones"));
        cases.add(of("many", "/contact-merges", "all"));
        cases.add(of("many", "/contacts/{contact}/interactions", "all"));
        cases.add(of("many", "/contacts/{contact}/ledger", "all"));
        cases.add(of("many", "/promises", "mine"));
        cases.add(of("many", "/promises?due=true", "mine, due"));
        cases.add(of("owed", "/promises", "mine, none of very many"));
        cases.add(of("many", "/scans", "all"));
        cases.add(of("many", "/scans?outcome=PENDING", "outcome"));
        cases.add(of("many", "/scans?outcome=UPDATED", "outcome, none"));
        cases.add(of("tagger", "/tag-cadences", "all"));
        cases.add(of("many", "/goals", "all"));
        cases.add(of("many", "/goals/{goal}/mentors", "all"));
        cases.add(of("many", "/mentoring-requests", "all"));
        cases.add(of("star", "/me/mentor-profile/requests", "all"));
        cases.add(of("many", "/introductions", "all"));
        cases.add(of("many", "/me/introductions", "all"));
        cases.add(of("many", "/speaker-suggestions", "all"));
        cases.add(of("star", "/card-holders", "all"));
        cases.add(of("star", "/consent-requests?state=ASKED", "asked"));
        cases.add(of("star", "/consent-requests?state=DECLINED", "declined, none"));
        cases.add(of("star", "/consent-receipts?side=GIVEN", "given"));
        cases.add(of("many", "/consent-receipts?side=HELD", "held"));
        cases.add(of("star", "/share-cards", "all"));
        return cases;
    }

    private static ListCase of(String person, String path, String name) {
        return new ListCase(person, path, name, null);
    }
}
