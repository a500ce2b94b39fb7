package luthier.app.chart;

import java.util.Arrays;

/// A growing row of numbers, in one primitive array.
public final class Column {
    private static final int FIRST_CAPACITY = 256;

    private double[] values = new double[FIRST_CAPACITY];
    private int size;

    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    public double at(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return values[index];
    }

    public int size() {
        return size;
    }

    /// The last value, NaN when there is none.
    public double last() {
        return size == 0 ? Double.NaN : values[size - 1];
    }

    /// Forgets everything from `newSize` on.
    public void cutTo(int newSize) {
        size = Math.min(size, newSize);
    }

    /// The index of the first value that is not below `bound`, the size when all are; the column must not fall.
    public int firstNotBelow(double bound) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
