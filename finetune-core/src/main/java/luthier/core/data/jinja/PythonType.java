package luthier.core.data.jinja;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// The names that Python's messages give to values.
final class PythonType {
    private PythonType() {}

    static String of(Object value) {
        return switch (value) {
            case None _ -> "NoneType";
            case Boolean _ -> "bool";
            case Long _ -> "int";
            case BigInteger _ -> "int";
            case Double _ -> "float";
            case String _ -> "str";
            case Undefined _ -> "Undefined";
            case Tuple _ -> "tuple";
            case Range _ -> "range";
            case List<?> _ -> "list";
            case Map<?, ?> _ -> "dict";
            case View view -> view.type();
            case Lazy _ -> "generator";
            case Namespace _ -> "jinja2.utils.Namespace";
            case Loop _ -> "jinja2.runtime.LoopContext";
            case Callable _ -> "function";
            default -> value.getClass().getSimpleName();
        };
    }
}
