package luthier.app.tune;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luthier.core.catalog.Field;
import luthier.core.run.JsonLine;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;
import org.jspecify.annotations.Nullable;

/// Values of a specification by dotted key, as fields show and take them.
final class SpecValues {
    private SpecValues() {}

    /// Null where the specification says nothing, which means the default.
    static @Nullable Object at(RunSpec spec, String key) {
        @Nullable Object value = RunSpecCodec.toMap(spec);
        for (String part : key.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return value;
    }

    /// What a method does when the specification says nothing.
    static Object defaultOf(Field field) {
        return switch (field) {
            case Field.IntField number -> number.defaultValue();
            case Field.DecimalField number -> number.defaultValue();
            case Field.BooleanField flag -> flag.defaultValue();
            case Field.ChoiceField choice -> choice.defaultValue();
            case Field.SitesField sites -> sites.defaultValue();
            case Field.PatternField _ -> Map.of();
        };
    }

    /// As a person writes it: `2e-4`, `16`, `q_proj, v_proj`.
    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> number(number);
            case Float number -> number(number.doubleValue());
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> map -> map.isEmpty() ? "" : JsonLine.write(map);
            default -> value.toString();
        };
    }

    /// What was typed into a field, as a change of the specification takes it.
    static String taken(@Nullable Field field, String text) {
        String typed = text.strip();
        return switch (field) {
            case Field.SitesField _ ->
                JsonLine.write(List.of(typed.split("\\s*,\\s*")).stream()
                        .filter(name -> !name.isEmpty())
                        .toList());
            case Field.PatternField _ -> typed.isEmpty() ? "{}" : typed;
            case null, default -> typed;
        };
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e6) {
            return Double.toString(value);
        }
        return Double.toString(value).replace(".0E", "e").replace("E", "e");
    }
}
