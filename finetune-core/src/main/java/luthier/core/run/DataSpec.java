package luthier.core.run;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which examples a run sees and how they are cut.
///
/// @param train the training file
/// @param evaluation a file of its own for evaluation; null takes a share of the training file
/// @param format a registered data format, or `auto`
/// @param columns role to column name (`instruction`, `input`, `output`, `prompt`, `completion`, `text`, `messages`,
/// …);
///     empty means guessed
/// @param evaluationFraction share of the records held out when there is no evaluation file, 0 to 0.5
/// @param maxLength longest example in tokens
/// @param lastTurnOnly supervise the last assistant turn only
public record DataSpec(
        Path train,
        @Nullable Path evaluation,
        String format,
        Map<String, String> columns,
        double evaluationFraction,
        int maxLength,
        boolean lastTurnOnly) {
    public DataSpec {
        columns = Map.copyOf(columns);
        Check.that(
                evaluationFraction >= 0 && evaluationFraction <= 0.5,
                "data.evaluationFraction",
                "must be between 0 and 0.5");
        Check.that(maxLength >= 2, "data.maxLength", "must be at least 2 tokens");
    }
}
