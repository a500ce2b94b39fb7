package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of the examples on their way to tokens. Nothing is dropped or cut without being counted here.
public final class TokenizingReport {
    /// Above this share of examples a person should put a token border between prompt and answer.
    private static final double MERGED_SHARE_TO_WARN = 0.05;

    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    private final Map<DropReason, String> firstDetail = new EnumMap<>(DropReason.class);
    private final Map<CutKind, Long> cut = new EnumMap<>(CutKind.class);
    private final SortedMap<Integer, Long> lengths = new TreeMap<>();
    private long rows;
    private long supervisedBefore;
    private long supervisedKept;
    private long merged;
    private long unlocatedTurns;
    private long unstopped;
    private long specialInside;
    private @Nullable String firstSpecial;

    void addRow(int supervisedTokens) {
        rows++;
        supervisedKept += supervisedTokens;
    }

    /// An example as it stands before cutting.
    void addBefore(Row whole) {
        supervisedBefore += whole.supervisedTokens();
        lengths.merge(whole.length(), 1L, Long::sum);
    }

    void addDropped(DropReason reason, @Nullable String detail) {
        dropped.merge(reason, 1L, Long::sum);
        if (detail != null) {
            firstDetail.putIfAbsent(reason, detail);
        }
    }

    void addCut(CutKind kind) {
        cut.merge(kind, 1L, Long::sum);
    }

    void addMerged() {
        merged++;
    }

    void addUnlocatedTurns(int turns) {
        unlocatedTurns += turns;
    }

    void addUnstopped() {
        unstopped++;
    }

    void addSpecialInside(String token) {
        specialInside++;
        if (firstSpecial == null) {
            firstSpecial = token;
        }
    }

    /// Rows that go to training.
    public long rows() {
        return rows;
    }

    /// How long the examples are before cutting.
    public Lengths lengths() {
        return new Lengths(lengths);
    }

    public Map<DropReason, Long> dropped() {
        return Map.copyOf(dropped);
    }

    public long totalDropped() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    /// An example that is cut in two ways counts in both.
    public Map<CutKind, Long> cut() {
        return Map.copyOf(cut);
    }

    /// Supervised tokens of all located examples before cutting.
    public long supervisedBefore() {
        return supervisedBefore;
    }

    public long supervisedKept() {
        return supervisedKept;
    }

    public long supervisedLost() {
        return supervisedBefore - supervisedKept;
    }

    /// Examples with a token that begins before an answer and ends in it.
    public long merged() {
        return merged;
    }

    /// Examples whose own text holds a special token.
    public long specialInside() {
        return specialInside;
    }

    /// Examples whose answer does not end in a stop token although nothing was cut.
    public long unstopped() {
        return unstopped;
    }

    public long unlocatedTurns() {
        return unlocatedTurns;
    }

    /// One sentence for each thing a person should know; empty when all went through whole.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        dropped.forEach((reason, count) -> {
            @Nullable String detail = firstDetail.get(reason);
            lines.add(examples(count) + " dropped: " + reason.sentence() + (detail == null ? "" : " (" + detail + ")")
                    + ".");
        });
        cut.forEach((kind, count) -> lines.add(examples(count) + " too long: " + kind.sentence() + "."));
        if (supervisedLost() > 0) {
            lines.add(supervisedLost() + " of " + supervisedBefore + " supervised tokens lost by cutting.");
        }
        if (unlocatedTurns > 0) {
            lines.add(unlocatedTurns + (unlocatedTurns == 1 ? " earlier answer" : " earlier answers")
                    + " could not be found in the rendered conversation; context only.");
        }
        if (merged > MERGED_SHARE_TO_WARN * (rows + totalDropped())) {
            lines.add(examples(merged)
                    + String.format(Locale.ROOT, " (%.0f %%)", 100.0 * merged / (rows + totalDropped()))
                    + " with an answer that begins inside a token of the prompt; separate the two with a line break.");
        }
        if (specialInside > 0) {
            lines.add(examples(specialInside) + " with special tokens such as `" + firstSpecial
                    + "` in the text itself; the model reads them as marks.");
        }
        if (unstopped > 0) {
            lines.add(examples(unstopped) + " with an answer that does not end in a stop token; the model will not"
                    + " learn to stop there.");
        }
        return lines;
    }

    private static String examples(long count) {
        return count + (count == 1 ? " example" : " examples");
    }
}
