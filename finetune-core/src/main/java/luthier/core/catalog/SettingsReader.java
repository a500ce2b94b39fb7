package luthier.core.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.run.ClosestKey;
import luthier.core.run.Failure;
import luthier.core.run.InvalidField;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;

/// Makes a settings record of the plain JSON values in a [luthier.core.run.MethodSpec]: what is not given
/// comes from the
/// record's constant `DEFAULTS`.
///
/// A module outside this one opens the record's package to `luthier.core`.
public final class SettingsReader {
    private SettingsReader() {}

    /// @param type a record with a constant `DEFAULTS` of its own type
    /// @param where file or command line the values come from
    /// @param path dotted path of the object that holds them, such as `tuning`
    /// @throws LuthierException with an `InvalidSpec`: a key the record does not have, a value of another
    ///     type, or one that the record's constructor refuses
    public static <S extends Settings> S read(Class<S> type, Map<String, Object> values, String where, String path)
            throws LuthierException {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw invalid(where, path + "." + key, unknown(key, known));
            }
        }
        try {
            S defaults = defaults(type);
            Object[] arguments = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object given = values.get(components[i].getName());
                arguments[i] = given == null
                        ? components[i].getAccessor().invoke(defaults)
                        : SettingValue.convert(components[i], given, path);
            }
            return constructor(type, components).newInstance(arguments);
        } catch (InvalidField e) {
            throw invalid(where, e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidField field) {
                throw invalid(where, field);
            }
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " is not a settings record that can be read", e);
        }
    }

    /// A settings record as the plain values that [#read] takes, in the order of its components.
    public static Map<String, Object> values(Settings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(settings));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        settings.getClass().getName() + " is not a settings record that can be read", e);
            }
        }
        return values;
    }

    private static <S extends Settings> S defaults(Class<S> type) throws ReflectiveOperationException {
        return type.cast(type.getField("DEFAULTS").get(null));
    }

    private static <S extends Settings> Constructor<S> constructor(Class<S> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getConstructor(types);
    }

    private static String unknown(String key, List<String> known) {
        if (known.isEmpty()) {
            return "is not known: there are no settings here";
        }
        String closest = ClosestKey.of(key, known);
        String guess = closest == null ? "" : "; did you mean `" + closest + "`?";
        return "is not known; there are " + String.join(", ", known) + guess;
    }

    private static LuthierException invalid(String where, String field, String problem) {
        return new LuthierException(new Failure.InvalidSpec(where, field, problem));
    }

    private static LuthierException invalid(String where, InvalidField cause) {
        return new LuthierException(new Failure.InvalidSpec(where, cause.field(), cause.rule()), cause);
    }
}
