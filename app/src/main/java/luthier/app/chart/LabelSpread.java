package luthier.app.chart;

import java.util.Arrays;
import java.util.Comparator;

/// Moves labels that would lie upon each other apart, each as near to its place as can be.
final class LabelSpread {
    private LabelSpread() {}

    /// @param wanted middle of each label, in any order
    /// @param apart least distance between two
    /// @return where each goes, in the order given; beyond the bounds only when there is no room
    static double[] spread(double[] wanted, double apart, Range bounds) {
        int count = wanted.length;
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        double[] placed = new double[count];
        double next = bounds.from();
        for (int i = 0; i < count; i++) {
            placed[i] = Math.max(next, wanted[order[i]]);
            next = placed[i] + apart;
        }
        // what was pushed over the lower edge pushes the others back
        double limit = bounds.to();
        for (int i = count - 1; i >= 0; i--) {
            placed[i] = Math.min(placed[i], limit);
            limit = placed[i] - apart;
        }
        centre(placed, wanted, order, apart, bounds.from());
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[order[i]] = placed[i];
        }
        return result;
    }

    // A group that was pushed down as a whole goes back up by half of what its last one was moved.
    private static void centre(double[] placed, double[] wanted, Integer[] order, double apart, double top) {
        int begin = 0;
        for (int i = 1; i <= placed.length; i++) {
            if (i < placed.length && placed[i] - placed[i - 1] <= apart + 1e-6) {
                continue;
            }
            double moved = 0;
            for (int k = begin; k < i; k++) {
                moved += placed[k] - wanted[order[k]];
            }
            double free = begin == 0 ? placed[begin] - top : placed[begin] - placed[begin - 1] - apart;
            double back = Math.clamp(moved / (i - begin), 0, Math.max(0, free));
            for (int k = begin; k < i; k++) {
                placed[k] -= back;
            }
            begin = i;
        }
    }
}
