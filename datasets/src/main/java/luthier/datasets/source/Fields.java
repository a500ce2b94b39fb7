package luthier.datasets.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record seen through the column mapping. Its texts come out clean; what was cleaned is reported.
public final class Fields {
    private final Row row;
    private final Map<String, String> columns;
    private final Report report;

    Fields(Row row, Map<String, String> columns, Report report) {
        this.row = row;
        this.columns = columns;
        this.report = report;
    }

    public long line() {
        return row.line();
    }

    public Report report() {
        return report;
    }

    /// The column that plays the role, or the role's own name.
    public String column(String role) {
        return columns.getOrDefault(role, role);
    }

    /// The raw value; null when the role has no column, the record no such field, or the field no value.
    public @Nullable Object value(String role) {
        String column = columns.get(role);
        return column == null ? null : row.fields().get(column);
    }

    /// Text that may be missing or empty.
    public String text(String role) throws BadRecord {
        Object value = value(role);
        return value == null ? "" : text(value, column(role));
    }

    /// Text that must be there and hold more than white space.
    public String filled(String role) throws BadRecord {
        String column = column(role);
        Object value = value(role);
        if (value == null) {
            boolean missing = !row.fields().containsKey(column);
            throw missing
                    ? new BadRecord(Defect.EMPTY, column, "the field is missing")
                    : new BadRecord(Defect.WRONG_TYPE, column, "expected text, found null");
        }
        String text = text(value, column);
        if (text.isBlank()) {
            throw new BadRecord(Defect.EMPTY, column, "is empty");
        }
        return text;
    }

    /// The value as text: numbers as they print; lists and objects are refused.
    public String text(Object value, String field) throws BadRecord {
        return switch (value) {
            case String text -> Characters.clean(text, row.line(), field, report);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> throw new BadRecord(Defect.WRONG_TYPE, field, "expected text, found " + Json.kindOf(value));
        };
    }

    /// A list; missing and null are empty.
    public List<?> list(String role) throws BadRecord {
        Object value = value(role);
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default ->
                throw new BadRecord(Defect.WRONG_TYPE, column(role), "expected a list, found " + Json.kindOf(value));
        };
    }
}
