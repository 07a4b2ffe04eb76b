package rapport.followup.inbound;

import java.util.regex.Pattern;

/** What somebody wrote themselves, without the mail that they answer. */
final class Quotes {

    /** The line above a quote, or the head of a quoted mail, as mail programs write it. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?im)^(?:on .{0,200}\\bwrote:|am .{0,200}\\bschrieb\\b.{0,200}:|le .{0,200}\\ba écrit\\s?:|el .{0,200}\\bescribió:"
                    + "|-{3,}\\s*(?:original message|ursprüngliche nachricht|original-nachricht|message d'origine|mensaje original)"
                    + "\\s*-{3,}|_{10,}|>).*$");

    private Quotes() {}

    static String without(String words) {
        var quote = BEGINNING.matcher(words);
        String own = quote.find() ? words.substring(0, quote.start()).strip() : words.strip();
        return own.isEmpty() ? words.strip() : own;
    }
}
