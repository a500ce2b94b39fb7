package luthier.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects every defect of a data set in one pass: keeps the first 20, at most five of one kind, and counts the rest.
public final class Problems {
    private static final int SHOWN = 20;
    private static final int SHOWN_OF_A_KIND = 5;

    private final List<Kept> first = new ArrayList<>();
    private final Map<String, Long> found = new LinkedHashMap<>();
    private long total;
    private boolean anyFatal;

    public void add(Problem problem) {
        add(problem.message(), problem);
    }

    /// @param kind what such defects have in common, as the end of the sentence "312 more: …"
    public void add(String kind, Problem problem) {
        total++;
        found.merge(kind, 1L, Long::sum);
        if (problem.fatal() && !anyFatal) {
            anyFatal = true;
            if (first.size() == SHOWN) {
                first.removeLast();
            }
            first.addFirst(new Kept(kind, problem));
        } else if (first.size() < SHOWN && shown(kind) < SHOWN_OF_A_KIND) {
            first.add(new Kept(kind, problem));
        }
    }

    /// The problems kept, a fatal one first.
    public List<Problem> first() {
        return first.stream().map(Kept::problem).toList();
    }

    /// One line for each problem kept, then how many more there are of each kind shown, and of other kinds.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        first.forEach(kept -> lines.add(kept.problem.toString()));
        long others = 0;
        for (Map.Entry<String, Long> kind : found.entrySet()) {
            long shown = shown(kind.getKey());
            long more = kind.getValue() - shown;
            if (shown == 0) {
                others += more;
            } else if (more > 0) {
                lines.add(more + " more: " + kind.getKey());
            }
        }
        if (others > 0) {
            lines.add(others + " more of other kinds");
        }
        return List.copyOf(lines);
    }

    /// How many problems of a kind were found.
    public long count(String kind) {
        return found.getOrDefault(kind, 0L);
    }

    public long total() {
        return total;
    }

    public boolean anyFatal() {
        return anyFatal;
    }

    private long shown(String kind) {
        return first.stream().filter(kept -> kept.kind.equals(kind)).count();
    }

    private record Kept(String kind, Problem problem) {}
}
