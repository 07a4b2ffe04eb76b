package rapport.kit.sql;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array of values of one width as Postgres itself holds it. The driver only knows how to write such an array as text, which
 * costs more on both ends than the rest of a scan's row. A connection that was not made with the type in {@code
 * binaryTransferEnable} gets the text.
 */
abstract class BinaryArray<T> extends PGobject implements PGBinaryObject {
    private static final int HEADER = 20;
    private static final int EMPTY = 12;
    private static final int LENGTH = 4;

    private final int elementType;
    private final int width;
    private final transient T[] values;

    /**
     * @param type the array's name in the catalogue, such as {@code _uuid}
     * @param elementType the number of its elements' type
     * @param width the bytes of an element
     */
    BinaryArray(String type, int elementType, int width, T[] values) {
        this.type = type;
        this.elementType = elementType;
        this.width = width;
        this.values = values;
    }

    abstract void put(ByteBuffer bytes, T value);

    @Override
    public String getValue() {
        return Arrays.stream(values).map(Objects::toString).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public int lengthInBytes() {
        if (values.length == 0) {
            return EMPTY;
        }
        int length = HEADER;
        for (T value : values) {
            length += value == null ? LENGTH : LENGTH + width;
        }
        return length;
    }

    /** As {@code array_recv} reads it: dimensions, whether there are nulls, element type, size and lower bound, elements. */
    @Override
    public void toBytes(byte[] target, int offset) {
        var bytes = ByteBuffer.wrap(target, offset, target.length - offset);
        bytes.putInt(values.length == 0 ? 0 : 1).putInt(1).putInt(elementType);
        if (values.length == 0) {
            return;
        }
        bytes.putInt(values.length).putInt(1);
        for (T value : values) {
            if (value == null) {
                bytes.putInt(-1);
            } else {
                bytes.putInt(width);
                put(bytes, value);
            }
        }
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("only written, never read");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryArray<?> array
                && elementType == array.elementType
                && Arrays.equals(values, array.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
