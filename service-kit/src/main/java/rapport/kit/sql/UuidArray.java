package rapport.kit.sql;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A {@code uuid[]} as Postgres itself holds it. The driver only knows how to write such an array as text, which costs more on both
 * ends than the rest of a scan's row. A connection that was
 * not made with {@code binaryTransferEnable=UUID_ARRAY} gets the text.
 */
final class UuidArray extends PGobject implements PGBinaryObject {
    private static final int UUID_TYPE = 2950;
    private static final int HEADER = 20;
    private static final int EMPTY = 12;

    private final transient UUID[] ids;

    UuidArray(UUID[] ids) {
        this.ids = ids;
        type = "_uuid";
    }

    @Override
    public String getValue() {
        return Arrays.stream(ids).map(Objects::toString).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public int lengthInBytes() {
        if (ids.length == 0) {
            return EMPTY;
        }
        int length = HEADER;
        for (UUID id : ids) {
            length += id == null ? 4 : 20;
        }
        return length;
    }

    /** As {@code array_recv} reads it: dimensions, whether there are nulls, element type, size and lower bound, elements. */
    @Override
    public void toBytes(byte[] target, int offset) {
        var bytes = ByteBuffer.wrap(target, offset, target.length - offset);
        bytes.putInt(ids.length == 0 ? 0 : 1).putInt(1).putInt(UUID_TYPE);
        if (ids.length == 0) {
            return;
        }
        bytes.putInt(ids.length).putInt(1);
        for (UUID id : ids) {
            if (id == null) {
                bytes.putInt(-1);
            } else {
                bytes.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
        }
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("only written, never read");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UuidArray array && Arrays.equals(ids, array.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }
}
