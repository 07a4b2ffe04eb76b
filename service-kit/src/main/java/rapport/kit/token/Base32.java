package rapport.kit.token;

/** Crockford's base 32, most significant bit first, without padding. */
final class Base32 {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >>> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    /** The text in the alphabet's own characters, or null when a character means none of them. */
    static String canonical(String text) {
        String folded = folded(text);
        return folded.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) ? folded : null;
    }

    /** The text with every character that people confuse replaced by the one that is meant. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char upper = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
            folded.append(
                    switch (upper) {
                        case 'O' -> '0';
                        case 'I', 'L' -> '1';
                        default -> upper;
                    });
        }
        return folded.toString();
    }
}
