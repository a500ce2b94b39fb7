package luthier.core.model.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// Reads one metadata value; the numbers are the format's type ids.
final class GgufValueReader {
    private static final int ARRAY = 9;
    private static final long LONGEST_ARRAY = 1L << 30;
    private static final int[] LEAST_BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 8, 12, 8, 8, 8};

    private final Path file;
    private final GgufCursor cursor;

    GgufValueReader(Path file, GgufCursor cursor) {
        this.file = file;
        this.cursor = cursor;
    }

    GgufValue read(String key) throws LuthierException {
        int type = cursor.int32();
        return type == ARRAY ? array(key) : scalar(key, type);
    }

    private GgufValue array(String key) throws LuthierException {
        int type = cursor.int32();
        if (type == ARRAY) {
            throw Unreadable.damaged(file, "The key " + key + " holds a list of lists.");
        }
        if (type < 0 || type >= LEAST_BYTES.length) {
            throw unknownType(key, type);
        }
        long count = cursor.count("values of " + key, LEAST_BYTES[type]);
        if (count > LONGEST_ARRAY) {
            throw Unreadable.damaged(file, "The key " + key + " holds " + count + " values, too many.");
        }
        List<GgufValue> values = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            values.add(scalar(key, type));
        }
        return new GgufValue.Values(values);
    }

    private GgufValue scalar(String key, int type) throws LuthierException {
        return switch (type) {
            case 0 -> new GgufValue.Whole(cursor.int8() & 0xFF);
            case 1 -> new GgufValue.Whole(cursor.int8());
            case 2 -> new GgufValue.Whole(cursor.int16() & 0xFFFF);
            case 3 -> new GgufValue.Whole(cursor.int16());
            case 4 -> new GgufValue.Whole(Integer.toUnsignedLong(cursor.int32()));
            case 5 -> new GgufValue.Whole(cursor.int32());
            case 6 -> new GgufValue.Decimal(Float.intBitsToFloat(cursor.int32()), true);
            case 7 -> new GgufValue.Flag(flag(key));
            case 8 -> new GgufValue.Text(cursor.string());
            case 10, 11 -> new GgufValue.Whole(cursor.int64());
            case 12 -> new GgufValue.Decimal(Double.longBitsToDouble(cursor.int64()), false);
            default -> throw unknownType(key, type);
        };
    }

    private boolean flag(String key) throws LuthierException {
        byte value = cursor.int8();
        if (value != 0 && value != 1) {
            throw Unreadable.damaged(file, "The key " + key + " must be true or false, found " + value + ".");
        }
        return value == 1;
    }

    private LuthierException unknownType(String key, int type) {
        return Unreadable.damaged(
                file, "The key " + key + " has the unknown value type " + Integer.toUnsignedString(type) + ".");
    }
}
