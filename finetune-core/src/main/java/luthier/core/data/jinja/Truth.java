package luthier.core.data.jinja;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// Which values count as true.
final class Truth {
    private Truth() {}

    static boolean of(Object value) {
        return switch (value) {
            case None _ -> false;
            case Undefined _ -> false;
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case BigInteger number -> number.signum() != 0;
            case Double number -> number != 0;
            case String text -> !text.isEmpty();
            case Tuple tuple -> !tuple.items().isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> dict -> !dict.isEmpty();
            case View view -> !view.items().isEmpty();
            default -> true;
        };
    }
}
