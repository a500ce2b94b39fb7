package luthier.datasets.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names of a table's columns.
///
/// @param names in order; `1`, `2`, … when the file has none
/// @param present whether the first record is the header
record TableHeader(List<String> names, boolean present) {
    /// Option: `first` when the first record names the columns, `none` when it does not.
    static final String HEADER = "header";

    private static final int LONGEST_NAME = 30;

    static TableHeader of(List<List<String>> first, Map<String, String> options) {
        List<String> cells = first.getFirst();
        boolean present = switch (options.getOrDefault(HEADER, "auto")) {
            case "first" -> true;
            case "none" -> false;
            default -> looksLikeNames(cells) && (named(cells, options.values()) || !recurs(first));
        };
        if (present) {
            return new TableHeader(cells.stream().map(String::strip).toList(), true);
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= cells.size(); i++) {
            numbers.add(String.valueOf(i));
        }
        return new TableHeader(numbers, false);
    }

    /// Says what is wrong with the names; false when the table cannot be read.
    boolean usable(Report report) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty() && i < names.size() - 1) {
                report.fatal(1, null, "column " + (i + 1) + " of the header has no name; give it one.");
                return false;
            }
            if (!seen.add(name)) {
                report.fatal(1, null, "the header names the column `" + name + "` twice; rename one.");
                return false;
            }
        }
        return true;
    }

    /// A header that ends in the delimiter names a last column that is no column.
    boolean endsUnnamed() {
        return names.size() > 1 && names.getLast().isEmpty();
    }

    private static boolean looksLikeNames(List<String> cells) {
        boolean plain =
                cells.stream().allMatch(cell -> cell.length() <= LONGEST_NAME && !cell.contains("\n") && !number(cell));
        return plain && cells.stream().anyMatch(cell -> !cell.isBlank());
    }

    private static boolean number(String cell) {
        return cell.strip().matches("[-+]?\\d+([.,]\\d+)?");
    }

    private static boolean named(List<String> cells, Collection<String> mapped) {
        return cells.stream()
                .map(String::strip)
                .anyMatch(cell -> mapped.contains(cell) || KnownColumns.NAMES.contains(cell.toLowerCase(Locale.ROOT)));
    }

    /// Whether a cell of the first record stands again in its column, as labels do and names do not.
    private static boolean recurs(List<List<String>> first) {
        List<String> cells = first.getFirst();
        for (List<String> record : first.subList(1, first.size())) {
            for (int i = 0; i < Math.min(cells.size(), record.size()); i++) {
                if (record.get(i).equals(cells.get(i)) && !record.equals(cells)) {
                    return true;
                }
            }
        }
        return first.size() == 1;
    }
}
