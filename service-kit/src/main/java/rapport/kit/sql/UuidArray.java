package rapport.kit.sql;

import java.nio.ByteBuffer;
import java.util.UUID;

/** A {@code uuid[]}. */
final class UuidArray extends BinaryArray<UUID> {
    private static final int UUID_TYPE = 2950;

    UuidArray(UUID[] ids) {
        super("_uuid", UUID_TYPE, 2 * Long.BYTES, ids);
    }

    @Override
    void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
