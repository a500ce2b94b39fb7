package luthier.core.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The usable examples of a file and what was wrong with the rest.
///
/// @param format id of the format it was read as
/// @param columns role to column, as given or guessed
public record Dataset(
        String file,
        String format,
        Map<String, String> columns,
        List<DatasetFormat.Located> examples,
        Problems problems) {
    public Dataset {
        columns = Map.copyOf(columns);
        examples = List.copyOf(examples);
    }

    /// Notes in the problems of this evaluation set how many of its records are trained on.
    ///
    /// @return their number
    public long compareWithTraining(Dataset training) {
        Set<Example> trained = new HashSet<>();
        training.examples.forEach(located -> trained.add(located.example()));
        long leaked = examples.stream()
                .filter(located -> trained.contains(located.example()))
                .count();
        if (leaked > 0) {
            problems.add(new Problem(
                    file,
                    0,
                    null,
                    false,
                    leaked + " of the evaluation records are in the training file " + training.file + "."));
        }
        return leaked;
    }
}
