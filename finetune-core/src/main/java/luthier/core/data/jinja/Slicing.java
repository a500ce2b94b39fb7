package luthier.core.data.jinja;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A slice laid over a sequence of known length.
record Slicing(int start, int stop, int step, int count) {
    static Slicing of(Members.Bounds bounds, int length) {
        int step = bounds.step() == null ? 1 : bound(bounds.step());
        if (step == 0) {
            throw new TemplateException("slice step cannot be zero");
        }
        int lowest = step < 0 ? -1 : 0;
        int highest = step < 0 ? length - 1 : length;
        int start = place(bounds.start(), length, lowest, highest, step < 0 ? highest : lowest);
        int stop = place(bounds.stop(), length, lowest, highest, step < 0 ? lowest : highest);
        long span = step < 0 ? (long) start - stop : (long) stop - start;
        return new Slicing(start, stop, step, span <= 0 ? 0 : (int) ((span - 1) / Math.abs((long) step)) + 1);
    }

    private static int place(@Nullable Object bound, int length, int lowest, int highest, int absent) {
        if (bound == null || bound == None.NONE) {
            return absent;
        }
        long index = bound(bound);
        return Math.clamp(index < 0 ? index + length : index, lowest, Math.max(lowest, highest));
    }

    private static int bound(Object value) {
        if (value == None.NONE) {
            return 1;
        }
        if (!Numbers.isInteger(value)) {
            Operators.requireDefined(value);
            throw new TemplateException("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.index(value);
    }

    IntStream indices() {
        return IntStream.range(0, count).map(turn -> start + turn * step);
    }
}
