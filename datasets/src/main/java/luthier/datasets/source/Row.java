package luthier.datasets.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record with named fields.
///
/// @param line 1-based line on which it begins
/// @param fields plain JSON values, in file order
public record Row(long line, Map<String, @Nullable Object> fields) {}
