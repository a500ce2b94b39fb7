package luthier.core.data.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import luthier.core.data.jinja.Filters.Filter;

/// Filters whose result is text, or that count words; like jinja2's they take any value as text.
final class TextFilters {
    private static final Pattern WORD = Pattern.compile("[^-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

    static final Map<String, Filter> ALL = Map.ofEntries(
            Map.entry("trim", TextFilters::trim),
            Map.entry("upper", (value, none) -> {
                none.none("upper");
                return TextCase.upper(PythonText.text(value));
            }),
            Map.entry("lower", (value, none) -> {
                none.none("lower");
                return TextCase.lower(PythonText.text(value));
            }),
            Map.entry("title", TextFilters::title),
            Map.entry("capitalize", (value, none) -> {
                none.none("capitalize");
                return TextCase.capitalize(PythonText.text(value));
            }),
            Map.entry("replace", TextFilters::replace),
            Map.entry("string", (value, _) -> PythonText.text(value)),
            Map.entry("safe", (value, _) -> PythonText.text(value)),
            Map.entry("indent", TextFilters::indent),
            Map.entry("escape", TextFilters::escape),
            Map.entry("e", TextFilters::escape),
            Map.entry("format", TextFilters::format),
            Map.entry("wordcount", TextFilters::wordCount));

    private TextFilters() {}

    private static Object trim(Object value, Arguments arguments) {
        String characters = arguments.bind("trim", 0, "chars").textOrNull("chars");
        return StringStrips.strip(PythonText.text(value), characters, true, true);
    }

    /// Unlike the method of that name, it begins words only after blanks, hyphens and opening brackets.
    private static Object title(Object value, Arguments none) {
        none.none("title");
        return WORD.matcher(PythonText.text(value)).replaceAll(match -> {
            String word = match.group();
            int rest = word.offsetByCodePoints(0, 1);
            return Matcher.quoteReplacement(
                    word.substring(0, rest).toUpperCase(Locale.ROOT) + TextCase.lower(word.substring(rest)));
        });
    }

    private static Object replace(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("replace", 2, "old", "new", "count");
        return StringSearch.replace(
                PythonText.text(value),
                PythonText.text(bound.value("old")),
                PythonText.text(bound.value("new")),
                bound.integer("count", -1));
    }

    private static Object indent(Object value, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("indent", 0, "width", "first", "blank");
        Operators.requireDefined(value);
        if (!(value instanceof String text)) {
            throw new TemplateException("indent needs a string, not " + PythonType.of(value));
        }
        Object width = bound.or("width", 4L);
        String margin = width instanceof String given ? given : " ".repeat(Math.max(0, Numbers.index(width)));
        boolean blank = bound.flag("blank", false);
        List<String> lines = StringSplits.lines(text + "\n", false);
        String rest = lines.stream()
                .skip(1)
                .map(line -> "\n" + (blank || !line.isEmpty() ? margin : "") + line)
                .collect(Collectors.joining());
        return (bound.flag("first", false) ? margin : "") + lines.getFirst() + rest;
    }

    private static Object escape(Object value, Arguments none) {
        none.none("escape");
        return PythonText.text(value)
                .replace("&", "&amp;")
                .replace(">", "&gt;")
                .replace("<", "&lt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }

    private static Object format(Object value, Arguments arguments) {
        if (!arguments.positional().isEmpty() && !arguments.named().isEmpty()) {
            throw new TemplateException("can't handle positional and keyword arguments at the same time");
        }
        return PercentFormat.format(
                PythonText.text(value),
                arguments.named().isEmpty() ? new Tuple(arguments.positional()) : arguments.named());
    }

    private static Object wordCount(Object value, Arguments none) {
        none.none("wordcount");
        long words = 0;
        boolean inside = false;
        for (int character : PythonText.text(value).codePoints().toArray()) {
            boolean part = character == '_' || TextCase.isAlphanumeric(character);
            if (part && !inside) {
                words++;
            }
            inside = part;
        }
        return words;
    }
}
