package rapport.stack.parts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What passes between {@link Parts} and its process. The client side has the JDK only, so no JSON library. */
final class Wire {
    private Wire() {}

    static byte[] mails(List<Mail> mails) {
        return written(out -> {
            out.writeInt(mails.size());
            for (Mail mail : mails) {
                write(out, mail.recipient());
                write(out, mail.from());
                write(out, mail.subject());
                write(out, mail.messageId());
                out.writeLong(mail.receivedAt().toEpochMilli());
                write(out, mail.text());
                write(out, mail.raw());
            }
        });
    }

    static List<Mail> mails(byte[] bytes) {
        return read(bytes, in -> {
            List<Mail> mails = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                mails.add(new Mail(
                        string(in),
                        string(in),
                        string(in),
                        string(in),
                        Instant.ofEpochMilli(in.readLong()),
                        string(in),
                        string(in)));
            }
            return mails;
        });
    }

    static byte[] claims(Map<String, Object> claims) {
        return written(out -> write(out, (Object) claims));
    }

    static Map<String, Object> claims(byte[] bytes) {
        Map<String, Object> claims = new TreeMap<>();
        ((Map<?, ?>) read(bytes, Wire::value)).forEach((name, value) -> claims.put(name.toString(), value));
        return claims;
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case Boolean bool -> {
                out.writeByte('b');
                out.writeBoolean(bool);
            }
            case Instant instant -> {
                out.writeByte('l');
                out.writeLong(instant.getEpochSecond());
            }
            case Number number -> {
                out.writeByte('l');
                out.writeLong(number.longValue());
            }
            case Iterable<?> items -> {
                out.writeByte('[');
                for (Object item : items) {
                    write(out, item);
                }
                out.writeByte(']');
            }
            case Map<?, ?> map -> {
                out.writeByte('{');
                for (var entry : map.entrySet()) {
                    write(out, (Object) entry.getKey().toString());
                    write(out, entry.getValue());
                }
                out.writeByte(']');
            }
            default -> {
                out.writeByte('s');
                write(out, value.toString());
            }
        }
    }

    private static final Object END = new Object();

    private static Object value(DataInputStream in) throws IOException {
        byte type = in.readByte();
        return switch (type) {
            case '0' -> null;
            case 'b' -> in.readBoolean();
            case 'l' -> in.readLong();
            case 's' -> string(in);
            case ']' -> END;
            case '[' -> {
                List<Object> items = new ArrayList<>();
                for (Object item = value(in); item != END; item = value(in)) {
                    items.add(item);
                }
                yield items;
            }
            case '{' -> {
                Map<String, Object> map = new TreeMap<>();
                for (Object name = value(in); name != END; name = value(in)) {
                    map.put(name.toString(), value(in));
                }
                yield map;
            }
            default -> throw new IOException("unknown type " + type);
        };
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try {
            return reading.from(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
