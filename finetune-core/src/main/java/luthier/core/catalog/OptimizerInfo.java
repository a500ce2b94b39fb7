package luthier.core.catalog;

import java.util.List;

/// An optimiser as a front end sees it.
public record OptimizerInfo(String id, List<Field> fields) {
    public OptimizerInfo {
        fields = List.copyOf(fields);
    }
}
