package luthier.core.data.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finding and replacing parts of a text; places are counted in code points.
final class StringSearch {
    private StringSearch() {}

    /// A part of a text in which is searched.
    ///
    /// @param before code points in front of it
    private record Window(String part, int before) {
        static @Nullable Window of(String text, Arguments.Bound bound) {
            Object start = bound.orNull("start");
            Object end = bound.orNull("end");
            if (start == null && end == null) {
                return new Window(text, 0);
            }
            int length = Sequences.length(text);
            if (start != null && Numbers.index(start) > length) {
                return null;
            }
            Slicing slicing = Slicing.of(new Members.Bounds(start, end, null), length);
            int begin = text.offsetByCodePoints(0, slicing.start());
            return new Window(text.substring(begin, text.offsetByCodePoints(begin, slicing.count())), slicing.start());
        }
    }

    static boolean hasEdge(String name, String text, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 1, "edge", "start", "end");
        Window window = Window.of(text, bound);
        Object edge = bound.value("edge");
        List<Object> edges = edge instanceof Tuple tuple ? tuple.items() : List.of(edge);
        for (Object candidate : edges) {
            if (!(candidate instanceof String wanted)) {
                Operators.requireDefined(candidate);
                throw new TemplateException(
                        name + " first arg must be str or a tuple of str, not " + PythonType.of(candidate));
            }
            if (window != null
                    && (name.equals("startswith") ? window.part.startsWith(wanted) : window.part.endsWith(wanted))) {
                return true;
            }
        }
        return false;
    }

    /// `find` and `rfind` give -1 where `index` and `rindex` raise.
    static Object find(String name, String text, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 1, "sub", "start", "end");
        String wanted = bound.text("sub");
        Window window = Window.of(text, bound);
        int at = -1;
        if (window != null) {
            at = name.startsWith("r") ? window.part.lastIndexOf(wanted) : window.part.indexOf(wanted);
        }
        if (window == null || at < 0) {
            if (name.endsWith("index")) {
                throw new TemplateException("substring not found");
            }
            return -1L;
        }
        return (long) window.before + window.part.codePointCount(0, at);
    }

    static Object count(String text, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("count", 1, "sub", "start", "end");
        String wanted = bound.text("sub");
        Window window = Window.of(text, bound);
        if (window == null) {
            return 0L;
        }
        if (wanted.isEmpty()) {
            return Sequences.length(window.part) + 1L;
        }
        long count = 0;
        for (int at = window.part.indexOf(wanted); at >= 0; at = window.part.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }

    /// @param most how often, negative for every time
    static String replace(String text, String old, String replacement, int most) {
        if (most < 0 && !old.isEmpty()) {
            return text.replace(old, replacement);
        }
        int left = most < 0 ? Integer.MAX_VALUE : most;
        StringBuilder out = new StringBuilder();
        int begin = 0;
        while (left > 0) {
            int at = text.indexOf(old, begin);
            if (at < 0) {
                break;
            }
            out.append(text, begin, at).append(replacement);
            begin = at + old.length();
            left--;
            if (old.isEmpty()) {
                if (begin == text.length()) {
                    break;
                }
                int character = text.codePointAt(begin);
                out.appendCodePoint(character);
                begin += Character.charCount(character);
            }
        }
        return out.append(text, begin, text.length()).toString();
    }
}
