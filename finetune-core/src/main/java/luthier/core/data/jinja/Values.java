package luthier.core.data.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From plain Java values to the evaluator's.
final class Values {
    private Values() {}

    static Object of(@Nullable Object value) {
        return switch (value) {
            case null -> None.NONE;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case Float number -> number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case BigInteger number -> Numbers.shrink(number);
            case List<?> list -> {
                List<Object> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(of(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> dict = new LinkedHashMap<>();
                map.forEach((key, item) -> dict.put(of(key), of(item)));
                yield dict;
            }
            case String text -> text;
            case Boolean truth -> truth;
            case Long number -> number;
            case Double number -> number;
            case None none -> none;
            default ->
                throw new IllegalArgumentException(
                        "a template cannot work with a " + value.getClass().getName());
        };
    }
}
