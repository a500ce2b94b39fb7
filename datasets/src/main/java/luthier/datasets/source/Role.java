package luthier.datasets.source;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part that a column can play in a format.
///
/// @param columns the names it is guessed from, the likeliest first; none for an option that is not a column
public record Role(String name, boolean required, List<String> columns) {
    public Role {
        columns = List.copyOf(columns);
    }

    public static Role required(String name, String... columns) {
        return new Role(name, true, List.of(columns));
    }

    public static Role optional(String name, String... columns) {
        return new Role(name, false, List.of(columns));
    }

    /// The first of its usual names among these columns, whatever their case.
    @Nullable
    String guess(Collection<String> present) {
        for (String name : columns) {
            for (String column : present) {
                if (column.equalsIgnoreCase(name)) {
                    return column;
                }
            }
        }
        return null;
    }
}
