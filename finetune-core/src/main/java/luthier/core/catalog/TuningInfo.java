package luthier.core.catalog;

import java.util.List;

/// A tuning as a front end sees it.
///
/// @param adapter whether its result is an adapter beside the base (else the base itself changes)
public record TuningInfo(String id, boolean adapter, List<Field> fields) {
    public TuningInfo {
        fields = List.copyOf(fields);
    }
}
