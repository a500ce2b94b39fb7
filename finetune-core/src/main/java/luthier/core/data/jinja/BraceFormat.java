package luthier.core.data.jinja;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Python's `'{}'.format(…)`.
final class BraceFormat {
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");

    private final Arguments arguments;
    private int automatic;

    private BraceFormat(Arguments arguments) {
        this.arguments = arguments;
    }

    static String format(String format, Arguments arguments) {
        return new BraceFormat(arguments).expand(format, 2);
    }

    private String expand(String format, int depth) {
        if (depth < 0) {
            throw new TemplateException("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char character = format.charAt(at);
            if (character != '{' && character != '}') {
                out.append(character);
            } else if (at + 1 < format.length() && format.charAt(at + 1) == character) {
                out.append(character);
                at++;
            } else if (character == '}') {
                throw new TemplateException("Single '}' encountered in format string");
            } else {
                int end = close(format, at + 1);
                out.append(field(format.substring(at + 1, end), depth));
                at = end;
            }
        }
        return out.toString();
    }

    private static int close(String format, int from) {
        int open = 1;
        for (int at = from; at < format.length(); at++) {
            char character = format.charAt(at);
            open += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        throw new TemplateException("expected '}' before end of string");
    }

    private String field(String field, int depth) {
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        String spec = colon < 0 ? "" : field.substring(colon + 1);
        char conversion = ' ';
        int mark = name.indexOf('!');
        if (mark >= 0) {
            if (mark + 2 != name.length()) {
                throw new TemplateException("expected ':' after conversion specifier");
            }
            conversion = name.charAt(mark + 1);
            name = name.substring(0, mark);
        }
        Object value = value(name);
        String expanded = expand(spec, depth - 1);
        return switch (conversion) {
            case 'r', 'a' -> FormatSpec.apply(PythonText.repr(value), expanded);
            case 's' -> FormatSpec.apply(PythonText.text(value), expanded);
            case ' ' -> FormatSpec.apply(value, expanded);
            default -> throw new TemplateException("Unknown conversion specifier " + conversion);
        };
    }

    private Object value(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        Object value = first(path.substring(0, end));
        Matcher step = STEP.matcher(path).region(end, path.length());
        while (step.lookingAt()) {
            String key = step.group(2);
            if (key == null) {
                value = Members.attribute(value, step.group(1));
            } else {
                Object index = TextCase.all(key, Character::isDigit) ? Numbers.parseInteger(key, 10) : null;
                value = Members.item(value, index == null ? key : index);
            }
            step.region(step.end(), path.length());
        }
        return value;
    }

    private Object first(String name) {
        if (name.isEmpty()) {
            return positional(automatic++);
        }
        if (TextCase.all(name, Character::isDigit)) {
            return positional(Numbers.parseInteger(name, 10) instanceof Long index ? Numbers.index(index) : -1);
        }
        Object value = arguments.named().get(name);
        if (value == null) {
            throw new TemplateException("the format needs the argument " + PythonText.repr(name));
        }
        return value;
    }

    private Object positional(int index) {
        if (index < 0 || index >= arguments.positional().size()) {
            throw new TemplateException("Replacement index " + index + " out of range for positional args tuple");
        }
        return arguments.positional().get(index);
    }
}
