package luthier.app.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// One line a task sent, read by type. What is missing or of another type is a fault of the worker, told with the key.
public record Answer(Map<String, ? extends @Nullable Object> values) {
    public boolean has(String key) {
        return values.get(key) != null;
    }

    public String text(String key) throws LuthierException {
        return typed(key, String.class);
    }

    public boolean flag(String key) throws LuthierException {
        return typed(key, Boolean.class);
    }

    public long number(String key) throws LuthierException {
        return typed(key, Number.class).longValue();
    }

    /// JSON has no number for what is not finite; such values come as text.
    public double decimal(String key) throws LuthierException {
        return switch (values.get(key)) {
            case String text when text.matches("NaN|-?Infinity") -> Double.parseDouble(text);
            case null, default -> typed(key, Number.class).doubleValue();
        };
    }

    public Answer object(String key) throws LuthierException {
        return nested(key, typed(key, Map.class));
    }

    /// The objects of a list.
    public List<Answer> objects(String key) throws LuthierException {
        List<Answer> objects = new ArrayList<>();
        for (Object element : typed(key, List.class)) {
            objects.add(nested(key, element));
        }
        return objects;
    }

    /// The texts of a list.
    public List<String> texts(String key) throws LuthierException {
        List<String> texts = new ArrayList<>();
        for (Object element : typed(key, List.class)) {
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    /// The line as it came, as JSON.
    public String json() {
        return JsonLine.write(values);
    }

    private Answer nested(String key, @Nullable Object value) throws LuthierException {
        if (!(value instanceof Map<?, ?> map)) {
            throw broken(key);
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return new Answer(members);
    }

    private <T> T typed(String key, Class<T> type) throws LuthierException {
        Object value = values.get(key);
        if (!type.isInstance(value)) {
            throw broken(key);
        }
        return type.cast(value);
    }

    private LuthierException broken(String key) {
        return new LuthierException(
                new Failure.EngineFault("the worker's answer has no proper `" + key + "`: " + json()));
    }
}
