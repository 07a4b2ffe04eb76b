package rapport.followup.questiondigest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The questions to one speaker of one event, in the order in which they are shown: by session, then by age.
 *
 * @param eventName null when it is not known
 */
record Digest(UUID id, UUID personId, String eventName, List<Asked> questions) {

    /** @param session its title; null when the question is about none */
    record Asked(UUID id, String asker, String askerName, String session, String text) {}

    Digest {
        questions = List.copyOf(questions);
    }

    String subject() {
        String at = eventName == null ? "" : " at " + eventName;
        return questions.size() == 1 ? "A question to you" + at : questions.size() + " questions to you" + at;
    }

    /** @param link where they are answered */
    String words(String link) {
        var text = new StringBuilder("People who heard you ask:\n");
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
        return text.append("\nAnswer what you like, once; Rapport tells everybody who asked:\n\n")
                .append(link)
                .append(
                        "\n\nOr answer this mail: your words then go to all of them. No other message about these questions follows.")
                .toString();
    }

    private Map<String, List<Asked>> bySession() {
        return questions.stream()
                .collect(Collectors.groupingBy(
                        asked -> asked.session() == null ? "In general" : asked.session(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Every line of the message is a program's; what people write stays within theirs. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
