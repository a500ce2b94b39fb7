package luthier.core.data.jinja;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Python's `'%s' % values`.
final class PercentFormat {
    private static final Pattern FIELD =
            Pattern.compile("%(?:\\(([^)]*)\\))?([#0\\- +]*)(\\*|\\d+)?(?:\\.(\\*|\\d*))?[hlL]?(.)", Pattern.DOTALL);

    private final Object values;
    private final List<Object> positional;
    private int used;

    private PercentFormat(Object values) {
        this.values = values;
        this.positional = values instanceof Tuple(List<Object> items) ? items : List.of(values);
    }

    static String format(String format, Object values) {
        PercentFormat formatter = new PercentFormat(values);
        StringBuilder out = new StringBuilder();
        Matcher field = FIELD.matcher(format);
        int end = 0;
        for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', end)) {
            out.append(format, end, at);
            if (!field.region(at, format.length()).lookingAt()) {
                throw new TemplateException("incomplete format");
            }
            out.append(formatter.field(field));
            end = field.end();
        }
        out.append(format, end, format.length());
        if (formatter.used < formatter.positional.size()
                && !(values instanceof Map)
                && !(values instanceof List)
                && !(values instanceof Undefined)) {
            throw new TemplateException("not all arguments converted during string formatting");
        }
        return out.toString();
    }

    private Object next() {
        if (used >= positional.size()) {
            throw new TemplateException("not enough arguments for format string");
        }
        return positional.get(used++);
    }

    private String field(Matcher field) {
        char type = field.group(5).charAt(0);
        if (type == '%') {
            return "%";
        }
        String flags = field.group(2);
        int width = count(field.group(3), 0);
        boolean left = flags.contains("-") || width < 0;
        int precision = field.group(4) == null ? -1 : count(field.group(4), 0);
        Object value = field.group(1) == null ? next() : named(field.group(1));
        if (type == 's' || type == 'r' || type == 'a' || type == 'c') {
            String text = text(value, type);
            String cut = precision < 0 || type == 'c' || Sequences.length(text) <= precision
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, precision));
            return NumberText.padded("", cut, Math.abs(width), ' ', left ? '<' : '>');
        }
        String digits = digits(value, type, precision, flags.contains("#"));
        boolean negative = Numbers.compare(value, 0L) < 0 || (value instanceof Double real && 1 / real < 0);
        String sign = negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        boolean zeros = flags.contains("0") && !left;
        return NumberText.padded(sign, digits, Math.abs(width), zeros ? '0' : ' ', left ? '<' : zeros ? '=' : '>');
    }

    private int count(@Nullable String written, int absent) {
        if (written == null || written.isEmpty()) {
            return absent;
        }
        return Numbers.index(
                written.equals("*") ? next() : Numbers.parseInteger(written, 10) instanceof Long n ? n : 0L);
    }

    private Object named(String name) {
        if (!(values instanceof Map<?, ?> dict)) {
            throw new TemplateException("format requires a mapping");
        }
        Object value = Dicts.find(dict, name);
        if (value == null) {
            throw new TemplateException("the format needs the key " + PythonText.repr(name));
        }
        return value;
    }

    private static String text(Object value, char type) {
        if (type == 's') {
            return PythonText.text(value);
        }
        if (type != 'c') {
            return PythonText.repr(value);
        }
        if (value instanceof String single && Sequences.length(single) == 1) {
            return single;
        }
        return Character.toString(Numbers.index(value));
    }

    private static String digits(Object value, char type, int precision, boolean alternate) {
        Operators.requireDefined(value);
        if (!Numbers.isNumber(value)) {
            throw new TemplateException("%" + type + " format: a real number is required, not " + PythonType.of(value));
        }
        return switch (type) {
            case 'd', 'i', 'u' ->
                filled(
                        Numbers.big(value instanceof Double real ? Numbers.truncate(real) : value)
                                .abs()
                                .toString(),
                        precision);
            case 'x', 'X', 'o' -> {
                if (value instanceof Double) {
                    throw new TemplateException("%" + type + " format: an integer is required, not float");
                }
                String digits = filled(Numbers.big(value).abs().toString(type == 'o' ? 8 : 16), precision);
                String prefixed = alternate ? (type == 'o' ? "0o" : "0x") + digits : digits;
                yield type == 'X' ? TextCase.upper(prefixed) : prefixed;
            }
            case 'f', 'F', 'e', 'E', 'g', 'G' ->
                NumberText.real(Numbers.real(value), type, precision < 0 ? 6 : precision, alternate);
            default -> throw new TemplateException("unsupported format character '" + type + "'");
        };
    }

    private static String filled(String digits, int precision) {
        return NumberText.padded("", digits, precision, '0', '>');
    }
}
