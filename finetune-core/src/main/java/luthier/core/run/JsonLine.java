package luthier.core.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/// One JSON value on one line: the form of events on disk and of messages between processes.
///
/// Values may be maps, lists, text, numbers, booleans, paths and the records of this package and the catalog. Numbers
/// that are not finite are written as the texts `NaN`, `Infinity`, `-Infinity`.
public final class JsonLine {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonLine() {}

    public static String write(Object value) {
        return JsonMappers.MAPPER.writeValueAsString(value);
    }

    /// An event with its `event` kind.
    public static String write(RunEvent event) {
        return JsonMappers.MAPPER.writerFor(RunEvent.class).writeValueAsString(event);
    }

    /// @param where what the line is part of, for the message when it is damaged
    public static RunEvent event(String where, String line) throws LuthierException {
        try {
            return notNull(where, JsonMappers.MAPPER.readValue(line, RunEvent.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(where, "event", e);
        }
    }

    public static Map<String, Object> object(String where, String line) throws LuthierException {
        try {
            return notNull(where, JsonMappers.MAPPER.readValue(line, OBJECT));
        } catch (JacksonException e) {
            throw damaged(where, "message", e);
        }
    }

    /// Reads what `write` made of a failure, given as [#object] returns it.
    public static Failure failure(String where, Object form) throws LuthierException {
        try {
            return notNull(where, JsonMappers.MAPPER.convertValue(form, Failure.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(where, "failure", e);
        }
    }

    /// A failure with its `kind`, as a map.
    public static Map<String, Object> map(Failure failure) {
        return JsonMappers.MAPPER.readValue(
                JsonMappers.MAPPER.writerFor(Failure.class).writeValueAsString(failure), OBJECT);
    }

    private static <T> T notNull(String where, @Nullable T value) throws LuthierException {
        if (value == null) {
            throw new LuthierException(new Failure.InvalidSpec(where, "line", "is `null`, not an object"));
        }
        return value;
    }

    private static LuthierException damaged(String where, String what, RuntimeException cause) {
        String problem = cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : cause.getMessage();
        return new LuthierException(new Failure.InvalidSpec(where, what, "cannot be read: " + problem), cause);
    }
}
