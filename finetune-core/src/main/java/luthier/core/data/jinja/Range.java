package luthier.core.data.jinja;

import java.util.AbstractList;

/// Python's `range`: a list that is computed.
final class Range extends AbstractList<Object> {
    private static final int LARGEST = 100_000;

    private final long start;
    private final long stop;
    private final long step;
    private final int size;

    Range(long start, long stop, long step) {
        if (step == 0) {
            throw new TemplateException("range() arg 3 must not be zero");
        }
        long span = step > 0 ? stop - start : start - stop;
        long count = span <= 0 ? 0 : (span - 1) / Math.abs(step) + 1;
        if (count > LARGEST) {
            throw new TemplateException("a range of " + count + " items is larger than the " + LARGEST + " allowed");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.size = (int) count;
    }

    @Override
    public Object get(int index) {
        return start + java.util.Objects.checkIndex(index, size) * step;
    }

    @Override
    public int size() {
        return size;
    }

    Range slice(Slicing slicing) {
        return new Range(start + slicing.start() * step, start + slicing.stop() * step, step * slicing.step());
    }

    String described() {
        return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
    }
}
