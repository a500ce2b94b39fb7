package luthier.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects every defect of a data set in one pass: keeps the first 20, at most five of one kind, and counts the rest.
public final class Problems {
    private static final int SHOWN = 20;
    private static final int SHOWN_OF_A_KIND = 5;

    private final List<Problem> first = new ArrayList<>();
    private final Map<String, Tally> kinds = new LinkedHashMap<>();
    private long total;
    private long fatal;

    public void add(Problem problem) {
        add(problem.message(), problem);
    }

    /// @param kind what such defects have in common, as the end of the sentence "312 more: …"
    public void add(String kind, Problem problem) {
        total++;
        Tally tally = kinds.computeIfAbsent(kind, _ -> new Tally());
        tally.found++;
        if (problem.fatal()) {
            fatal++;
        }
        boolean room = first.size() < SHOWN && tally.shown < SHOWN_OF_A_KIND;
        if (problem.fatal() && fatal == 1) {
            first.addFirst(problem);
            tally.shown++;
        } else if (room) {
            first.add(problem);
            tally.shown++;
        }
    }

    /// The problems kept, a fatal one first.
    public List<Problem> first() {
        return List.copyOf(first);
    }

    /// One line for each problem kept, then one for each kind of which some were only counted.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        first.forEach(problem -> lines.add(problem.toString()));
        kinds.forEach((kind, tally) -> {
            if (tally.found > tally.shown) {
                lines.add(tally.found - tally.shown + " more: " + kind);
            }
        });
        return List.copyOf(lines);
    }

    /// How many problems of a kind were found.
    public long count(String kind) {
        Tally tally = kinds.get(kind);
        return tally == null ? 0 : tally.found;
    }

    public long total() {
        return total;
    }

    public boolean anyFatal() {
        return fatal > 0;
    }

    private static final class Tally {
        private long found;
        private long shown;
    }
}
