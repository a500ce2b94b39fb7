package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `x.y`, `x['y']`, `x[1]` and slices, under the rules of jinja2's immutable sandbox.
final class Members {
    private static final Set<String> CHANGES_LIST =
            Set.of("append", "clear", "pop", "reverse", "insert", "sort", "extend", "remove");
    private static final Set<String> CHANGES_DICT = Set.of("clear", "pop", "popitem", "setdefault", "update");

    private Members() {}

    /// The bounds of a slice, as a key.
    record Bounds(
            @Nullable Object start,
            @Nullable Object stop,
            @Nullable Object step) {}

    /// `owner.name`: an attribute first, then a key.
    static Object attribute(Object owner, String name) {
        requireDefined(owner);
        Object attribute = ownAttribute(owner, name);
        if (attribute != null) {
            return attribute;
        }
        Object item = ownItem(owner, name);
        return item == null ? Undefined.member(owner, name) : item;
    }

    /// `owner[key]`: a key first, then an attribute.
    static Object item(Object owner, Object key) {
        requireDefined(owner);
        Object item = ownItem(owner, key);
        if (item == null && key instanceof String name) {
            item = ownAttribute(owner, name);
        }
        return item == null ? Undefined.member(owner, key) : item;
    }

    private static void requireDefined(Object owner) {
        if (owner instanceof Undefined undefined) {
            throw undefined.failure();
        }
    }

    private static @Nullable Object ownAttribute(Object owner, String name) {
        if (name.startsWith("__") && name.endsWith("__")) {
            return Undefined.unsafe(owner, name);
        }
        return switch (owner) {
            case String text -> StringMethods.method(text, name);
            case Map<?, ?> dict ->
                CHANGES_DICT.contains(name) ? Undefined.unsafe(owner, name) : CollectionMethods.ofDict(dict, name);
            case Range range -> CollectionMethods.ofList(range, name);
            case List<?> list ->
                CHANGES_LIST.contains(name) ? Undefined.unsafe(owner, name) : CollectionMethods.ofList(list, name);
            case Tuple tuple -> CollectionMethods.ofList(tuple.items(), name);
            case Namespace namespace -> namespace.attribute(name);
            case Loop loop -> loop.attribute(name);
            case Globals.Cycler cycler -> cycler.attribute(name);
            case MacroFunction macro -> macro.attribute(name);
            default -> null;
        };
    }

    private static @Nullable Object ownItem(Object owner, Object key) {
        if (key instanceof Bounds bounds) {
            return slice(owner, bounds);
        }
        if (owner instanceof Map<?, ?> dict) {
            return key instanceof List<?> || key instanceof Map<?, ?> ? null : Dicts.find(dict, key);
        }
        if (owner instanceof Namespace namespace && key instanceof String name) {
            return namespace.attribute(name);
        }
        if (!Numbers.isInteger(key)) {
            return null;
        }
        return switch (owner) {
            case String text -> character(text, Numbers.index(key));
            case List<?> list -> element(list, Numbers.index(key));
            case Tuple tuple -> element(tuple.items(), Numbers.index(key));
            default -> null;
        };
    }

    private static @Nullable Object element(List<?> list, int index) {
        int at = index < 0 ? index + list.size() : index;
        return at >= 0 && at < list.size() ? list.get(at) : null;
    }

    private static @Nullable Object character(String text, int index) {
        int at = index < 0 ? index + Sequences.length(text) : index;
        if (at < 0 || at >= text.length()) {
            return null;
        }
        if (at >= Sequences.length(text)) {
            return null;
        }
        return Character.toString(text.codePointAt(text.offsetByCodePoints(0, at)));
    }

    /// A slice is Python's own, which fails where a key would be undefined.
    private static Object slice(Object owner, Bounds bounds) {
        return switch (owner) {
            case String text -> sliceText(text, Slicing.of(bounds, Sequences.length(text)));
            case Range range -> range.slice(Slicing.of(bounds, range.size()));
            case List<?> list -> sliceList(list, Slicing.of(bounds, list.size()));
            case Tuple(List<Object> items) -> new Tuple(sliceList(items, Slicing.of(bounds, items.size())));
            default -> throw new TemplateException("'" + PythonType.of(owner) + "' object cannot be sliced");
        };
    }

    private static String sliceText(String text, Slicing slicing) {
        if (slicing.step() == 1) {
            if (slicing.count() == 0) {
                return "";
            }
            int begin = text.offsetByCodePoints(0, slicing.start());
            return text.substring(begin, text.offsetByCodePoints(begin, slicing.count()));
        }
        int[] characters = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        slicing.indices().forEach(index -> out.appendCodePoint(characters[index]));
        return out.toString();
    }

    private static List<Object> sliceList(List<?> list, Slicing slicing) {
        List<Object> picked = new ArrayList<>();
        slicing.indices().forEach(index -> picked.add(list.get(index)));
        return picked;
    }
}
