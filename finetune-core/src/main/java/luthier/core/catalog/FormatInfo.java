package luthier.core.catalog;

import java.util.List;

/// A data format as a front end sees it.
///
/// @param roles the columns it can map, such as `instruction`, `input`, `output`
public record FormatInfo(String id, List<String> roles) {
    public FormatInfo {
        roles = List.copyOf(roles);
    }
}
