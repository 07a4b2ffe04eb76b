package rapport.followup.relay;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an answer without the addresses that mail programs put into them: above quotes ("Maya &lt;maya@…&gt; wrote:"), in quoted
 * heads, and the two that the relay exists to hide wherever they stand. What people write about themselves elsewhere stays theirs.
 */
final class PassedOnText {

    static final int LONGEST = 20_000;
    private static final String HIDDEN = "[address hidden]";

    private static final Pattern ADDRESS =
            Pattern.compile("(?:mailto:)?[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    private static final Pattern QUOTED = Pattern.compile(
            "^\\s*>.*|^.{0,200}\\b(?:wrote|schrieb|a écrit|escribió)\\b.{0,200}:?\\s*$"
                    + "|^\\s*\\*?(?:from|to|cc|sent|reply-to|von|an|gesendet|de|à|para|enviado)\\s*:\\*?\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PassedOnText() {}

    /** @param hidden addresses that must stand nowhere, in any case */
    static String of(String words, Collection<String> hidden) {
        String text = words.length() > LONGEST ? words.substring(0, LONGEST) + "\n[...]" : words;
        for (String address : hidden) {
            text = Pattern.compile(Pattern.quote(address), Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .replaceAll(Matcher.quoteReplacement(HIDDEN));
        }
        StringBuilder shown = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean machine = line.toLowerCase(Locale.ROOT).indexOf('@') >= 0
                    && QUOTED.matcher(line).matches();
            shown.append(machine ? ADDRESS.matcher(line).replaceAll(HIDDEN) : line)
                    .append('\n');
        }
        return shown.toString().strip();
    }
}
