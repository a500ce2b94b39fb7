package luthier.core.data;

import java.util.List;
import java.util.Map;

/// What a format says of a file after a look at its first records.
public sealed interface Recognition {
    /// @param columns role to column, as given or guessed; a front end shows them for correction
    record Fits(Map<String, String> columns) implements Recognition {
        public Fits {
            columns = Map.copyOf(columns);
        }
    }

    /// @param columns what the first records hold, empty when the file has no records
    record Foreign(List<String> columns) implements Recognition {
        public Foreign {
            columns = List.copyOf(columns);
        }
    }

    /// The file is of a known kind that cannot be trained on.
    ///
    /// @param problem what it is, or what stands in the way of its very first record
    /// @param advice what to do
    record Refused(Problem problem, String advice) implements Recognition {}
}
