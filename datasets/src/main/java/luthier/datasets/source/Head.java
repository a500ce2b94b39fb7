package luthier.datasets.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.Problems;
import org.jspecify.annotations.Nullable;

/// The first records of a file and what was wrong on the way to them.
///
/// @param structured whether the file has records at all, or is plain text
public record Head(boolean structured, List<Row> rows, Problems problems) {
    private static final int RECORDS = 100;

    static Head of(Path file, Map<String, String> options) throws IOException {
        Problems problems = new Problems();
        List<Row> rows = new ArrayList<>();
        try (Pull<Row> reader = Rows.open(file, options, new Report(file, problems))) {
            Row row = reader == null ? null : reader.next();
            while (row != null && reader != null) {
                rows.add(row);
                row = rows.size() < RECORDS ? reader.next() : null;
            }
            return new Head(reader != null, rows, problems);
        }
    }

    /// The fields that most records have, in file order.
    public List<String> columns() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> row.fields().keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 2 > rows.size())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The first value of a column that is not null.
    public @Nullable Object sample(@Nullable String column) {
        for (Row row : rows) {
            Object value = column == null ? null : row.fields().get(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// Whether the first value of a column is a list of objects with these members.
    public boolean listsObjects(@Nullable String column, String... members) {
        return sample(column) instanceof List<?> list
                && !list.isEmpty()
                && list.getFirst() instanceof Map<?, ?> first
                && List.of(members).stream().allMatch(first::containsKey);
    }

    /// The one column that holds text, when no other holds text, a list or an object; else null.
    public @Nullable String onlyText() {
        List<String> filled = columns().stream()
                .filter(name -> !(sample(name) instanceof Number) && !(sample(name) instanceof Boolean))
                .filter(name -> sample(name) != null)
                .toList();
        return filled.size() == 1 && sample(filled.getFirst()) instanceof String ? filled.getFirst() : null;
    }
}
