package luthier.core.catalog;

import java.util.List;

/// One setting of a tuning or optimiser: enough to draw a form and to check a value. Labels and help are looked
/// up by the front end as `KIND.ID.NAME.label` and `….help`.
public sealed interface Field {
    /// The record component's name.
    String name();

    record IntField(String name, long defaultValue, long min, long max) implements Field {}

    record DecimalField(String name, double defaultValue, double min, double max) implements Field {}

    record BooleanField(String name, boolean defaultValue) implements Field {}

    record ChoiceField(String name, String defaultValue, List<String> choices) implements Field {}

    /// Module names: a list of suffixes, a regular expression, or `all-linear`.
    record SitesField(String name, List<String> defaultValue) implements Field {}

    /// Module name pattern to number, such as `rankPattern`.
    record PatternField(String name) implements Field {}
}
