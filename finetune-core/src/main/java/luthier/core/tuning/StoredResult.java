package luthier.core.tuning;

import java.util.List;
import java.util.Map;
import luthier.core.run.Settings;

/// A result as read from its folder.
///
/// @param settings whose plan has exactly the trained tensors in `values`
/// @param values row-major, by the name in [TuningPlan.Trained]
/// @param notices what was odd but could be read, one sentence each
public record StoredResult<S extends Settings>(S settings, Map<String, float[]> values, List<String> notices) {
    public StoredResult {
        values = Map.copyOf(values);
        notices = List.copyOf(notices);
    }
}
