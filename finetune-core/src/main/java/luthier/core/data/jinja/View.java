package luthier.core.data.jinja;

import java.util.List;

/// What `items`, `keys` and `values` of a dict give: iterable again and again, with a length, without an index.
///
/// @param type Python's name of it
record View(String type, List<Object> items) {}
