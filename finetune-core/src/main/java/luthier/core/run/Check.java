package luthier.core.run;

/// Validation in compact constructors: a broken rule names the field.
final class Check {
    private Check() {}

    static void that(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidField(field, rule);
        }
    }
}
