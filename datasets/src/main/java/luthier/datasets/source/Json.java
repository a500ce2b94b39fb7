package luthier.datasets.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The two ways JSON is read, and plain JSON values.
public final class Json {
    static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    /// By the letter.
    static final JsonMapper STRICT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// Trailing commas and comments are let through.
    static final JsonMapper LENIENT = STRICT.rebuild()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    /// A whole document; text after it is an error.
    static final JsonMapper STRICT_DOCUMENT = STRICT.rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static final JsonMapper LENIENT_DOCUMENT = LENIENT.rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// A value as a person calls it.
    static String kindOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "text";
            case Number _ -> "a number";
            case Boolean _ -> "true or false";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "an object";
            default -> value.getClass().getSimpleName();
        };
    }

    /// The same value without null members, which a chat template would take for defined ones.
    public static Object withoutNulls(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> members = new LinkedHashMap<>();
                map.forEach((key, member) -> {
                    if (member != null) {
                        members.put(String.valueOf(key), withoutNulls(member));
                    }
                });
                yield members;
            }
            case List<?> list -> {
                List<Object> elements = new ArrayList<>();
                for (Object element : list) {
                    if (element != null) {
                        elements.add(withoutNulls(element));
                    }
                }
                yield elements;
            }
            default -> value;
        };
    }

    /// The parser's complaint without its position and its Java class names.
    static String complaint(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
    }
}
