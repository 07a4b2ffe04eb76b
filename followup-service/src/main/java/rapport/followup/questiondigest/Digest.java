package rapport.followup.questiondigest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.page.Words;

/**
 * The questions to one speaker of one event, in the order in which they are shown: by session, then by age.
 *
 * @param locale the tag of the speaker's language; null when nobody knows it
 * @param eventName null when it is not known
 */
record Digest(UUID id, UUID personId, String locale, String eventName, List<Asked> questions) {

    /** @param session its title; null when the question is about none */
    record Asked(UUID id, String asker, String askerName, String session, String text) {}

    Digest {
        questions = List.copyOf(questions);
    }

    String subject() {
        String key = questions.size() == 1 ? "digest.one" : "digest.many";
        List<Object> values = new ArrayList<>();
        if (questions.size() > 1) {
            values.add(questions.size());
        }
        if (eventName != null) {
            key += ".at";
            values.add(eventName);
        }
        return language().with(key, values.toArray());
    }

    /** As who it comes. */
    String senders() {
        return eventName == null ? language().get("digest.from") : language().with("digest.from.at", eventName);
    }

    /** @param link where they are answered */
    String words(String link) {
        Words language = language();
        var text = new StringBuilder(language.get("digest.intro")).append('\n');
        int number = 1;
        for (Map.Entry<String, List<Asked>> group : bySession().entrySet()) {
            text.append('\n').append(group.getKey()).append('\n');
            for (Asked asked : group.getValue()) {
                text.append(number++)
                        .append(". ")
                        .append(oneLine(asked.text()))
                        .append(" (")
                        .append(asked.askerName())
                        .append(")\n");
            }
        }
        return text.append('\n')
                .append(language.get("digest.page"))
                .append("\n\n")
                .append(link)
                .append("\n\n")
                .append(language.get("digest.mail"))
                .toString();
    }

    private Words language() {
        return Words.of(locale);
    }

    private Map<String, List<Asked>> bySession() {
        String general = language().get("digest.general");
        return questions.stream()
                .collect(Collectors.groupingBy(
                        asked -> asked.session() == null ? general : asked.session(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Every line of the message is a program's; what people write stays within theirs. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
