package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Python's `json.dumps`, which chat templates get under the name `tojson`: no HTML escapes, keys as they stand.
final class ToJson {
    private final boolean ascii;
    private final boolean sorted;
    private final @Nullable String indent;
    private final String itemSeparator;
    private final String keySeparator;
    private final StringBuilder out = new StringBuilder();

    private ToJson(Arguments.Bound options) {
        ascii = options.flag("ensure_ascii", false);
        sorted = options.flag("sort_keys", false);
        Object wanted = options.orNull("indent");
        if (wanted == null) {
            indent = null;
        } else {
            indent = wanted instanceof String text ? text : " ".repeat(Math.max(0, Numbers.index(wanted)));
        }
        Object separators = options.orNull("separators");
        if (separators == null) {
            itemSeparator = indent == null ? ", " : ",";
            keySeparator = ": ";
        } else {
            List<Object> pair = Sequences.list(separators);
            if (pair.size() != 2) {
                throw new TemplateException("tojson needs two separators, got " + pair.size());
            }
            itemSeparator = PythonText.text(pair.getFirst());
            keySeparator = PythonText.text(pair.getLast());
        }
    }

    static Object filter(Object value, Arguments arguments) {
        ToJson writer = new ToJson(arguments.bind("tojson", 0, "ensure_ascii", "indent", "separators", "sort_keys"));
        writer.write(value, 0);
        return writer.out.toString();
    }

    private void write(Object value, int depth) {
        switch (value) {
            case String text -> string(text);
            case Tuple tuple -> list(tuple.items(), depth);
            case List<?> list when !(list instanceof Range) -> list(list, depth);
            case Map<?, ?> dict -> dict(dict, depth);
            default -> out.append(scalar(value));
        }
    }

    private static String scalar(Object value) {
        return switch (value) {
            case None _ -> "null";
            case Boolean truth -> truth ? "true" : "false";
            case Double real when real.isNaN() -> "NaN";
            case Double real when real.isInfinite() -> real > 0 ? "Infinity" : "-Infinity";
            case Object number when Numbers.isNumber(number) -> PythonText.repr(number);
            default ->
                throw new TemplateException("Object of type " + PythonType.of(value) + " is not JSON serializable");
        };
    }

    private void list(List<?> items, int depth) {
        if (items.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (Iterator<?> left = items.iterator(); left.hasNext(); ) {
            newLine(depth + 1);
            write(left.next(), depth + 1);
            if (left.hasNext()) {
                out.append(itemSeparator);
            }
        }
        newLine(depth);
        out.append(']');
    }

    private void dict(Map<?, ?> dict, int depth) {
        if (dict.isEmpty()) {
            out.append("{}");
            return;
        }
        List<Map.Entry<?, ?>> entries = new ArrayList<>(dict.entrySet());
        if (sorted) {
            entries.sort((left, right) -> Comparison.compare(left.getKey(), "<", right.getKey()));
        }
        out.append('{');
        for (Iterator<Map.Entry<?, ?>> left = entries.iterator(); left.hasNext(); ) {
            newLine(depth + 1);
            Map.Entry<?, ?> entry = left.next();
            string(key(entry.getKey()));
            out.append(keySeparator);
            write(entry.getValue(), depth + 1);
            if (left.hasNext()) {
                out.append(itemSeparator);
            }
        }
        newLine(depth);
        out.append('}');
    }

    private static String key(Object key) {
        if (key instanceof Tuple) {
            throw new TemplateException("keys must be str, int, float, bool or None, not tuple");
        }
        return key instanceof String text ? text : scalar(key);
    }

    private void newLine(int depth) {
        if (indent != null) {
            out.append('\n').repeat(indent, depth);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (character < ' ' || (ascii && character > '~')) {
                        out.append("\\u%04x".formatted((int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }
}
