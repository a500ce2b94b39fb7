package luthier.core.data.batch;

import java.util.ArrayList;
import java.util.List;
import luthier.core.run.Randomness;

/// Records for training and records held out. Whether a record is held out depends on the seed and its place alone, so
/// records appended to a file do not move the others. Split records, not token rows: pieces of one record belong
/// together.
public record Split<T>(List<T> training, List<T> evaluation) {
    public Split {
        training = List.copyOf(training);
        evaluation = List.copyOf(evaluation);
    }

    /// @param fraction share held out; above 0, both sides get a record as soon as there are two
    public static <T> Split<T> of(List<T> records, long seed, double fraction) {
        List<T> training = new ArrayList<>();
        List<T> evaluation = new ArrayList<>();
        int lowest = lowest(records.size(), seed);
        int highest = highest(records.size(), seed);
        for (int i = 0; i < records.size(); i++) {
            boolean hit = place(seed, i) < fraction || i == lowest;
            boolean heldOut = fraction > 0 && records.size() > 1 && hit && i != highest;
            (heldOut ? evaluation : training).add(records.get(i));
        }
        return new Split<>(training, evaluation);
    }

    private static double place(long seed, int index) {
        return Randomness.of(seed, "split", 0, index).nextDouble();
    }

    private static int lowest(int count, long seed) {
        int lowest = 0;
        for (int i = 1; i < count; i++) {
            lowest = place(seed, i) < place(seed, lowest) ? i : lowest;
        }
        return lowest;
    }

    private static int highest(int count, long seed) {
        int highest = 0;
        for (int i = 1; i < count; i++) {
            highest = place(seed, i) >= place(seed, highest) ? i : highest;
        }
        return highest;
    }
}
