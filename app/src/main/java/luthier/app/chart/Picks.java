package luthier.app.chart;

import java.util.Arrays;

/// Indices of points to be joined by a line, with gaps between lines. Kept and filled again from frame to frame.
public final class Picks {
    private static final int GAP = -1;

    private int[] indices = new int[1024];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int index) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, 2 * size);
        }
        indices[size++] = index;
    }

    void addGap() {
        if (size > 0 && indices[size - 1] != GAP) {
            add(GAP);
        }
    }

    public int size() {
        return size;
    }

    /// Whether the line ends here.
    public boolean gap(int position) {
        return indices[position] == GAP;
    }

    public int index(int position) {
        return indices[position];
    }
}
