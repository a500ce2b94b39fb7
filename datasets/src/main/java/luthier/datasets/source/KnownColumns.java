package luthier.datasets.source;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Column names that data sets commonly use, and the kinds of data sets that cannot be trained on.
final class KnownColumns {
    private static final List<String> TRAINED = List.of(
            "instruction",
            "input",
            "output",
            "context",
            "query",
            "response",
            "prompt",
            "completion",
            "question",
            "answer",
            "text",
            "system",
            "history",
            "messages",
            "conversations",
            "hypothesis",
            "chosen",
            "rejected");
    private static final List<String> LABELS = List.of(
            "label",
            "labels",
            "class",
            "category",
            "target",
            "sentiment",
            "gold_label",
            "is_duplicate",
            "score",
            "Quality");
    private static final List<String> LABELLED =
            List.of("sentence", "text", "review", "content", "sentence1", "question1", "premise", "#1 String");
    private static final List<List<String>> SEQUENCES = List.of(
            List.of("source", "target"),
            List.of("document", "summary"),
            List.of("article", "highlights"),
            List.of("translation"));

    /// Names that make a first record a header, in lower case.
    static final Set<String> NAMES = Stream.concat(Stream.of(TRAINED, LABELS, LABELLED), SEQUENCES.stream())
            .flatMap(List::stream)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private KnownColumns() {}

    static boolean preference(Collection<String> columns) {
        return columns.contains("chosen") && columns.contains("rejected") || columns.contains("kto_tag");
    }

    /// What these columns are, when they are of a kind that is not trained on; else null.
    static @Nullable Kind untrainable(Collection<String> columns) {
        if (preference(columns)) {
            return new Kind(
                    "holds preferences (`chosen` and `rejected`, or `kto_tag`), which are not trained on.",
                    "To train on the preferred answers alone, map `prompt` to their prompt column and `completion` to"
                            + " `chosen`.");
        }
        for (List<String> pair : SEQUENCES) {
            if (columns.containsAll(pair)) {
                return new Kind(
                        "holds pairs for sequence to sequence (`" + String.join("`, `", pair)
                                + "`), a task that cannot be trained yet.",
                        "To train a causal model on them, map `prompt` and `completion` to text columns.");
            }
        }
        String label = firstOf(LABELS, columns);
        String text = firstOf(LABELLED, columns);
        if (label != null && text != null) {
            return new Kind(
                    "holds labelled texts (`" + text + "`, `" + label + "`): classification cannot be trained yet.",
                    "To train on the text alone, map `text` to `" + text + "`.");
        }
        return null;
    }

    private static @Nullable String firstOf(List<String> names, Collection<String> columns) {
        return names.stream().filter(columns::contains).findFirst().orElse(null);
    }

    /// @param problem what the file is
    /// @param advice what to do
    record Kind(String problem, String advice) {}
}
