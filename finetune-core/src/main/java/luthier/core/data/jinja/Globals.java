package luthier.core.data.jinja;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions every template can call.
final class Globals {
    private Globals() {}

    static Map<String, Callable> at(ZonedDateTime now) {
        return Map.of(
                "range", Globals::range,
                "namespace", Globals::namespace,
                "dict", Globals::dict,
                "cycler", arguments -> new Cycler(arguments.positional()),
                "joiner", Globals::joiner,
                "raise_exception", Globals::raise,
                "strftime_now",
                        arguments -> Strftime.format(
                                now, arguments.bind("strftime_now", 1, "format").text("format")));
    }

    private static Object range(Arguments arguments) {
        List<Object> bounds = arguments.positional();
        if (bounds.isEmpty() || bounds.size() > 3 || !arguments.named().isEmpty()) {
            throw new TemplateException("range expected 1 to 3 arguments, got " + bounds.size());
        }
        long first = Numbers.index(bounds.getFirst());
        return bounds.size() == 1
                ? new Range(0, first, 1)
                : new Range(first, Numbers.index(bounds.get(1)), bounds.size() == 2 ? 1 : Numbers.index(bounds.get(2)));
    }

    private static Object namespace(Arguments arguments) {
        Namespace namespace = new Namespace();
        dict(arguments).forEach((name, value) -> namespace.assign(PythonText.text(name), value));
        return namespace;
    }

    private static Map<Object, Object> dict(Arguments arguments) {
        Map<Object, Object> dict = new LinkedHashMap<>();
        if (arguments.positional().size() > 1) {
            throw new TemplateException("dict expected at most 1 argument, got "
                    + arguments.positional().size());
        }
        for (Object source : arguments.positional()) {
            if (source instanceof Map<?, ?> map) {
                dict.putAll(map);
            } else {
                Sequences.iterate(source).forEachRemaining(pair -> {
                    List<Object> entry = Sequences.list(pair);
                    if (entry.size() != 2) {
                        throw new TemplateException("dict() needs pairs, got " + entry.size() + " items");
                    }
                    Dicts.put(dict, entry.getFirst(), entry.getLast());
                });
            }
        }
        dict.putAll(arguments.named());
        return dict;
    }

    private static Object joiner(Arguments arguments) {
        Object separator = arguments.bind("joiner", 0, "sep").or("sep", ", ");
        return new Callable() {
            private boolean used;

            @Override
            public Object call(Arguments none) {
                Object text = used ? separator : "";
                used = true;
                return text;
            }
        };
    }

    private static Object raise(Arguments arguments) {
        throw new TemplateException(
                PythonText.text(arguments.bind("raise_exception", 1, "message").value("message")));
    }

    /// Walks round its items, one with each `next()`.
    static final class Cycler {
        private final List<Object> items;
        private int position;

        Cycler(List<Object> items) {
            if (items.isEmpty()) {
                throw new TemplateException("at least one item has to be provided");
            }
            this.items = items;
        }

        @Nullable
        Object attribute(String name) {
            return switch (name) {
                case "current" -> items.get(position);
                case "next" ->
                    (Callable) _ -> {
                        Object item = items.get(position);
                        position = (position + 1) % items.size();
                        return item;
                    };
                case "reset" ->
                    (Callable) _ -> {
                        position = 0;
                        return None.NONE;
                    };
                default -> null;
            };
        }
    }
}
