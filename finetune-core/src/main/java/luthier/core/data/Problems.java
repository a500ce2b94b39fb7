package luthier.core.data;

import java.util.ArrayList;
import java.util.List;

/// Collects every defect of a data set in one pass; keeps the first 20 and counts the rest.
public final class Problems {
    private static final int SHOWN = 20;

    private final List<Problem> first = new ArrayList<>();
    private long total;
    private long fatal;

    public void add(Problem problem) {
        total++;
        if (problem.fatal()) {
            fatal++;
        }
        if (first.size() < SHOWN || (problem.fatal() && fatal == 1)) {
            first.add(problem);
        }
    }

    public List<Problem> first() {
        return List.copyOf(first);
    }

    public long total() {
        return total;
    }

    public boolean anyFatal() {
        return fatal > 0;
    }
}
