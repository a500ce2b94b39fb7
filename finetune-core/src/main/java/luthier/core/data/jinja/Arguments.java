package luthier.core.data.jinja;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a call passes.
record Arguments(List<Object> positional, Map<String, Object> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    /// Gives each argument its parameter.
    ///
    /// @param required how many of the parameters must be given
    Bound bind(String function, int required, String... parameters) {
        if (positional.size() > parameters.length) {
            throw new TemplateException(function + "() takes at most " + parameters.length + " arguments ("
                    + positional.size() + " given)");
        }
        Map<String, Object> values = new HashMap<>();
        for (int index = 0; index < positional.size(); index++) {
            values.put(parameters[index], positional.get(index));
        }
        named.forEach((name, value) -> {
            if (!List.of(parameters).contains(name)) {
                throw new TemplateException(function + "() got an unexpected keyword argument '" + name + "'");
            }
            if (values.put(name, value) != null) {
                throw new TemplateException(function + "() got multiple values for argument '" + name + "'");
            }
        });
        for (int index = 0; index < required; index++) {
            if (!values.containsKey(parameters[index])) {
                throw new TemplateException(
                        function + "() missing 1 required positional argument: '" + parameters[index] + "'");
            }
        }
        return new Bound(function, values);
    }

    /// As [#bind], for functions that take no arguments.
    void none(String function) {
        bind(function, 0);
    }

    Arguments with(String name, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(named);
        extended.put(name, value);
        return new Arguments(positional, extended);
    }

    /// Without the first `count` positional ones.
    Arguments after(int count) {
        return new Arguments(positional.subList(count, positional.size()), named);
    }

    /// Arguments by parameter; one that is `none` counts as absent where a default is given.
    record Bound(String function, Map<String, Object> values) {
        Object value(String parameter) {
            Object value = values.get(parameter);
            if (value == null) {
                throw new IllegalStateException(function + " does not require " + parameter);
            }
            return value;
        }

        @Nullable
        Object orNull(String parameter) {
            Object value = values.get(parameter);
            return value == None.NONE ? null : value;
        }

        Object or(String parameter, Object otherwise) {
            Object value = values.get(parameter);
            return value == null ? otherwise : value;
        }

        boolean flag(String parameter, boolean otherwise) {
            Object value = values.get(parameter);
            return value == null ? otherwise : Truth.of(value);
        }

        String text(String parameter) {
            return asText(value(parameter));
        }

        @Nullable
        String textOrNull(String parameter) {
            Object value = orNull(parameter);
            return value == null ? null : asText(value);
        }

        int integer(String parameter, int otherwise) {
            Object value = orNull(parameter);
            return value == null ? otherwise : Numbers.index(value);
        }

        private String asText(Object value) {
            if (value instanceof String text) {
                return text;
            }
            if (value instanceof Undefined undefined) {
                throw undefined.failure();
            }
            throw new TemplateException(function + "() needs a string, not " + PythonType.of(value));
        }
    }
}
