package rapport.contacts.addressbook;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rapport.kit.problem.Invalid;

/**
 * vCards 2.1, 3.0 and 4.0 as phones and programs write them. Each card is read for itself, so that a broken one spoils no other;
 * a card inside a card (AGENT) belongs to the outer one.
 */
final class VCardFile {
    private VCardFile() {}

    private record Card(long line, String text, boolean closed) {}

    /** @param region where telephone numbers without country code are; null when that is not known */
    static List<Row> read(byte[] file, String region) {
        List<Card> cards = cards(CleanText.decoded(file));
        if (cards.isEmpty()) {
            throw Invalid.of("", "no-vcard", "The file holds no vCard.");
        }
        return cards.stream().map(card -> row(card, region)).toList();
    }

    private static Row row(Card card, String region) {
        if (!card.closed) {
            return Row.faulty(card.line, "card-not-closed");
        }
        try (var reader = new VCardReader(card.text, VCardVersion.V2_1)) {
            VCard read = reader.readNext();
            return read == null
                    ? Row.faulty(card.line, "malformed-card")
                    : Row.of(card.line, VCardEntry.of(read, region));
        } catch (IOException | RuntimeException unreadable) {
            return Row.faulty(card.line, "malformed-card");
        }
    }

    private static List<Card> cards(String text) {
        var cards = new ArrayList<Card>();
        var card = new StringBuilder();
        int depth = 0;
        long start = 0;
        long number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String mark = line.strip().toUpperCase(Locale.ROOT);
            if (mark.equals("BEGIN:VCARD") || depth > 0 && mark.endsWith(":BEGIN:VCARD")) {
                if (depth > 0 && !nested(card)) {
                    cards.add(new Card(start, card.toString(), false));
                    depth = 0;
                }
                if (depth == 0) {
                    card.setLength(0);
                    start = number;
                }
                depth++;
            }
            if (depth > 0) {
                card.append(line).append("\r\n");
            }
            if (mark.equals("END:VCARD") && depth > 0 && --depth == 0) {
                cards.add(new Card(start, card.toString(), true));
            }
        }
        if (depth > 0) {
            cards.add(new Card(start, card.toString(), false));
        }
        return cards;
    }

    /** Whether a card that begins now is inside the one before: only after an AGENT without a value of its own. */
    private static boolean nested(StringBuilder card) {
        String[] lines = card.toString().split("\r\n");
        String last = lines[lines.length - 1].strip().toUpperCase(Locale.ROOT);
        return last.startsWith("AGENT") && last.endsWith(":");
    }
}
