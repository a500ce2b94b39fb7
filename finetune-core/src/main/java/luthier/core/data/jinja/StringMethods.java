package luthier.core.data.jinja;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The methods of text by name.
final class StringMethods {
    private StringMethods() {}

    static @Nullable Callable method(String text, String name) {
        return switch (name) {
            case "strip" -> arguments -> StringStrips.strip(text, characters(name, arguments), true, true);
            case "lstrip" -> arguments -> StringStrips.strip(text, characters(name, arguments), true, false);
            case "rstrip" -> arguments -> StringStrips.strip(text, characters(name, arguments), false, true);
            case "removeprefix" -> arguments -> StringStrips.removePrefix(text, single(name, "prefix", arguments));
            case "removesuffix" -> arguments -> StringStrips.removeSuffix(text, single(name, "suffix", arguments));
            case "zfill" -> arguments -> StringStrips.zeroFill(text, width(name, arguments));
            case "center", "ljust", "rjust" -> arguments -> StringStrips.justify(name, text, arguments);
            case "split", "rsplit" -> arguments -> StringSplits.split(name, text, arguments);
            case "splitlines" ->
                arguments -> StringSplits.lines(
                        text, arguments.bind(name, 0, "keepends").flag("keepends", false));
            case "partition" -> arguments -> StringSplits.partition(text, single(name, "sep", arguments), false);
            case "rpartition" -> arguments -> StringSplits.partition(text, single(name, "sep", arguments), true);
            case "startswith", "endswith" -> arguments -> StringSearch.hasEdge(name, text, arguments);
            case "find", "rfind", "index", "rindex" -> arguments -> StringSearch.find(name, text, arguments);
            case "count" -> arguments -> StringSearch.count(text, arguments);
            case "replace" ->
                arguments -> {
                    Arguments.Bound bound = arguments.bind(name, 2, "old", "new", "count");
                    return StringSearch.replace(text, bound.text("old"), bound.text("new"), bound.integer("count", -1));
                };
            case "join" -> arguments -> join(text, arguments);
            case "format" -> arguments -> BraceFormat.format(text, arguments);
            case "encode" ->
                _ -> {
                    throw new TemplateException("str.encode is not supported in chat templates");
                };
            default -> ofCase(text, name);
        };
    }

    private static @Nullable Callable ofCase(String text, String name) {
        return switch (name) {
            case "upper" -> plain(name, TextCase.upper(text));
            case "lower" -> plain(name, TextCase.lower(text));
            case "title" -> plain(name, TextCase.title(text));
            case "capitalize" -> plain(name, TextCase.capitalize(text));
            case "swapcase" -> plain(name, TextCase.swap(text));
            case "isdigit" -> kind(name, text, TextCase::isDigit);
            case "isdecimal" -> kind(name, text, Character::isDigit);
            case "isnumeric" -> kind(name, text, TextCase::isNumeric);
            case "isalpha" -> kind(name, text, Character::isLetter);
            case "isalnum" -> kind(name, text, TextCase::isAlphanumeric);
            case "isspace" -> kind(name, text, Whitespace::isSpace);
            case "isupper" -> plain(name, TextCase.isUpper(text));
            case "islower" -> plain(name, TextCase.isLower(text));
            default -> null;
        };
    }

    private static Callable plain(String name, Object result) {
        return none -> {
            none.none(name);
            return result;
        };
    }

    private static Callable kind(String name, String text, IntPredicate kind) {
        return plain(name, TextCase.all(text, kind));
    }

    private static @Nullable String characters(String name, Arguments arguments) {
        return arguments.bind(name, 0, "chars").textOrNull("chars");
    }

    private static String single(String name, String parameter, Arguments arguments) {
        return arguments.bind(name, 1, parameter).text(parameter);
    }

    private static int width(String name, Arguments arguments) {
        return Numbers.index(arguments.bind(name, 1, "width").value("width"));
    }

    private static String join(String separator, Arguments arguments) {
        Object items = arguments.bind("join", 1, "iterable").value("iterable");
        return Sequences.stream(items)
                .map(item -> {
                    if (item instanceof String text) {
                        return text;
                    }
                    throw new TemplateException("join() needs strings, but an item is of type " + PythonType.of(item));
                })
                .collect(Collectors.joining(separator));
    }
}
