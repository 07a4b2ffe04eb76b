package rapport.events.programme;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import rapport.events.person.Links;

/** Makes a session of the texts that a schedule file has for it. */
final class TalkText {
    static final int BIO = 10_000;
    private static final int KEY = 200;
    private static final int TITLE = 300;
    private static final int NAME = 120;
    private static final int LANGUAGE = 60;
    private static final int ABSTRACT = 20_000;
    private static final int ADDRESS = 500;
    private static final int RESOURCES = 50;
    private static final int PEOPLE = 50;
    private static final Pattern WEB = Pattern.compile(Links.WEB);

    private TalkText() {}

    static Programme.Talk talk(int row, RawTalk raw, TalkTimes times) {
        TalkTimes.Slot slot = new TalkTimes.Slot(null, null);
        String fault = fault(raw);
        try {
            slot = times.slot(raw);
        } catch (DateTimeException | ArithmeticException e) {
            fault = fault == null ? "no-time" : fault;
        }
        return new Programme.Talk(
                row,
                raw.key(),
                raw.get("title"),
                joined(raw.get("abstract"), raw.get("description")),
                raw.get("track"),
                raw.room(),
                slot.startsAt(),
                slot.endsAt(),
                raw.get("type"),
                raw.get("language"),
                resources(raw),
                raw.persons.stream()
                        .map(RawTalk.Person::key)
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(PEOPLE)
                        .toList(),
                said(raw),
                fault);
    }

    private static String fault(RawTalk raw) {
        if (raw.key() == null) {
            return "no-key";
        }
        if (raw.get("title") == null) {
            return "no-title";
        }
        boolean tooLong = longer(raw.key(), KEY)
                || longer(raw.get("title"), TITLE)
                || longer(raw.get("track"), NAME)
                || longer(raw.room(), NAME)
                || longer(raw.get("type"), NAME)
                || longer(raw.get("language"), LANGUAGE)
                || raw.persons.stream().anyMatch(person -> longer(person.key(), KEY));
        return tooLong ? "too-long" : null;
    }

    /** A session has one text for the file's two: both, unless one is the beginning of the other. */
    static String joined(String summary, String description) {
        if (summary == null || description == null || description.startsWith(summary)) {
            return cut(description == null ? summary : description, ABSTRACT);
        }
        return cut(summary + "\n\n" + description, ABSTRACT);
    }

    private static List<String> resources(RawTalk raw) {
        var addresses = new LinkedHashSet<String>();
        raw.links.forEach(link -> addresses.add(address(link.url())));
        raw.attachments.forEach(link -> addresses.add(address(link.url())));
        addresses.remove(null);
        return addresses.stream().limit(RESOURCES).toList();
    }

    private static Said said(RawTalk raw) {
        return new Said(
                raw.get("id"),
                cut(raw.get("slug"), KEY),
                address(raw.get("url")),
                cut(raw.get("subtitle"), TITLE),
                address(raw.get("logo")),
                cut(raw.get("license"), TITLE),
                raw.get("optout") == null ? null : Boolean.valueOf(raw.get("optout")),
                address(raw.get("feedback_url")),
                address(raw.get("origin_url")),
                raw.get("description") == null ? null : raw.get("abstract"),
                raw.get("description"),
                titles(raw),
                raw.attachments.stream()
                        .map(link -> address(link.url()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(RESOURCES)
                        .toList());
    }

    private static Map<String, String> titles(RawTalk raw) {
        var titles = new TreeMap<String, String>();
        var all = new ArrayList<>(raw.links);
        all.addAll(raw.attachments);
        for (RawTalk.Link link : all.subList(0, Math.min(all.size(), RESOURCES))) {
            String url = address(link.url());
            if (url != null && link.title() != null && !link.title().equals(url)) {
                titles.putIfAbsent(url, cut(link.title(), TITLE));
            }
        }
        return titles;
    }

    /** Web addresses only: what is something else, such as {@code javascript:}, is left out. */
    private static String address(String url) {
        return url != null && url.length() <= ADDRESS && WEB.matcher(url).matches() ? url : null;
    }

    static String cut(String text, int limit) {
        return longer(text, limit) ? text.substring(0, text.offsetByCodePoints(0, limit)) : text;
    }

    private static boolean longer(String text, int limit) {
        return text != null && text.codePointCount(0, text.length()) > limit;
    }
}
