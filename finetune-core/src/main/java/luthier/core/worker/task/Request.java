package luthier.core.worker.task;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.run.BasePrecision;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;
import org.jspecify.annotations.Nullable;

/// A task's request, read by type; what is missing or wrong is named by its key.
record Request(String task, Map<String, ? extends @Nullable Object> values) {
    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key) throws LuthierException {
        return typed(key, String.class, "a text");
    }

    boolean flag(String key) throws LuthierException {
        return has(key) && typed(key, Boolean.class, "true or false");
    }

    double decimal(String key) throws LuthierException {
        return typed(key, Number.class, "a number").doubleValue();
    }

    long number(String key) throws LuthierException {
        return typed(key, Number.class, "a number").longValue();
    }

    /// @throws LuthierException also when the number is smaller than `least` or no int
    int count(String key, int least) throws LuthierException {
        long number = number(key);
        if (number < least || number > Integer.MAX_VALUE) {
            throw refused(key, "must be between " + least + " and " + Integer.MAX_VALUE + ", not " + number);
        }
        return (int) number;
    }

    Path path(String key) throws LuthierException {
        try {
            return Path.of(text(key)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw refused(key, "is not a path: " + e.getReason());
        }
    }

    @Nullable
    Path pathOrNull(String key) throws LuthierException {
        return has(key) ? path(key) : null;
    }

    List<?> list(String key) throws LuthierException {
        return typed(key, List.class, "a list");
    }

    BasePrecision precision() throws LuthierException {
        String asked = text("precision");
        return Arrays.stream(BasePrecision.values())
                .filter(precision -> precision.id().equals(asked))
                .findFirst()
                .orElseThrow(() -> refused("precision", "`" + asked + "` is not one of: fp32, bf16"));
    }

    RunSpec spec() throws LuthierException {
        Map<String, Object> form = new LinkedHashMap<>();
        Map<?, ?> spec = typed("spec", Map.class, "an object");
        spec.forEach((key, value) -> form.put(String.valueOf(key), value));
        return RunSpecCodec.fromMap(place(), form);
    }

    private <T> T typed(String key, Class<T> type, String what) throws LuthierException {
        Object value = values.get(key);
        if (!type.isInstance(value)) {
            throw refused(key, value == null ? "is missing" : "must be " + what);
        }
        return type.cast(value);
    }

    LuthierException refused(String key, String problem) {
        return new LuthierException(new Failure.InvalidSpec(place(), key, problem));
    }

    private String place() {
        return "the request of the task " + task;
    }
}
