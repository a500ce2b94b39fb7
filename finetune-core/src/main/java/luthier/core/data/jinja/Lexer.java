package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;

/// Cuts a template into text and tags, with jinja2's white space rules under `trim_blocks` and `lstrip_blocks`.
final class Lexer {
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;

    /// Whether the last thing consumed ended a line: a tag that follows may then lose its indentation.
    private boolean atLineStart = true;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String template) {
        String source = template.replace("\r\n", "\n").replace('\r', '\n');
        // jinja2 drops one newline at the end of a template
        Lexer lexer = new Lexer(source.endsWith("\n") ? source.substring(0, source.length() - 1) : source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (position < source.length()) {
            int tag = nextTag();
            if (tag < 0) {
                add(Token.Kind.DATA, source.substring(position));
                position = source.length();
            } else {
                tag(tag);
            }
        }
        add(Token.Kind.END, "");
    }

    private int nextTag() {
        for (int at = source.indexOf('{', position); at >= 0; at = source.indexOf('{', at + 1)) {
            if (at + 1 < source.length() && "{%#".indexOf(source.charAt(at + 1)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private void tag(int tag) {
        char kind = source.charAt(tag + 1);
        char sign = signAt(tag + 2);
        text(tag, sign, kind != '{');
        int inside = tag + 2 + (sign == ' ' ? 0 : 1);
        int afterRaw = kind == '%' ? rawBegin(inside) : -1;
        if (afterRaw >= 0) {
            advance(afterRaw);
            raw();
        } else if (kind == '#') {
            advance(inside);
            comment();
        } else {
            add(kind == '%' ? Token.Kind.STATEMENT_BEGIN : Token.Kind.OUTPUT_BEGIN, "");
            advance(inside);
            new TagLexer(kind == '%').run();
        }
    }

    /// Emits the text up to a tag, less what the tag's sign or `lstrip_blocks` takes away.
    private void text(int end, char sign, boolean lstrip) {
        String text = source.substring(position, end);
        String kept = text;
        if (sign == '-') {
            kept = Whitespace.stripRight(text);
        } else if (sign == ' ' && lstrip) {
            int lineBegin = text.lastIndexOf('\n') + 1;
            if ((lineBegin > 0 || atLineStart) && Whitespace.isBlank(text.substring(lineBegin))) {
                kept = text.substring(0, lineBegin);
            }
        }
        if (!kept.isEmpty()) {
            add(Token.Kind.DATA, kept);
        }
        advance(end);
    }

    private char signAt(int at) {
        return at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+') ? source.charAt(at) : ' ';
    }

    /// The place after a `raw` tag whose inside begins at `inside`, -1 when it is another tag.
    private int rawBegin(int inside) {
        int word = Whitespace.skip(source, inside);
        if (!source.startsWith("raw", word)) {
            return -1;
        }
        int end = Whitespace.skip(source, word + 3);
        if (source.startsWith("-%}", end)) {
            return Whitespace.skip(source, end + 3);
        }
        return source.startsWith("%}", end) ? end + 2 : -1;
    }

    private void raw() {
        int begin = line;
        for (int tag = source.indexOf("{%", position); tag >= 0; tag = source.indexOf("{%", tag + 1)) {
            char sign = signAt(tag + 2);
            int word = Whitespace.skip(source, tag + 2 + (sign == ' ' ? 0 : 1));
            int end = source.startsWith("endraw", word) ? tagEnd(Whitespace.skip(source, word + 6), "%}", true) : -1;
            if (end >= 0) {
                text(tag, sign, true);
                advance(end);
                return;
            }
        }
        throw new TemplateException("the raw block is never closed", begin);
    }

    private void comment() {
        int begin = line;
        int at = source.indexOf("#}", position);
        if (at >= 0) {
            boolean signed = at > position && (source.charAt(at - 1) == '-' || source.charAt(at - 1) == '+');
            advance(tagEnd(signed ? at - 1 : at, "#}", true));
            return;
        }
        throw new TemplateException("the comment is never closed", begin);
    }

    /// The place after a tag's end that stands at `at`, with what its sign or `trim_blocks` takes away; -1 for no end.
    private int tagEnd(int at, String close, boolean block) {
        if (source.startsWith("-" + close, at)) {
            return Whitespace.skip(source, at + 3);
        }
        if (block && source.startsWith("+" + close, at)) {
            return at + 3;
        }
        if (!source.startsWith(close, at)) {
            return -1;
        }
        return block && source.startsWith("\n", at + 2) ? at + 3 : at + 2;
    }

    private void advance(int to) {
        for (int at = position; at < to; at++) {
            if (source.charAt(at) == '\n') {
                line++;
            }
        }
        if (to > position) {
            atLineStart = source.charAt(to - 1) == '\n';
        }
        position = to;
    }

    private void add(Token.Kind kind, Object value) {
        tokens.add(new Token(kind, value, line));
    }

    /// Reads the inside of one tag up to its end.
    private final class TagLexer {
        private final boolean statement;
        private final StringBuilder open = new StringBuilder();

        TagLexer(boolean statement) {
            this.statement = statement;
        }

        void run() {
            int begin = line;
            while (true) {
                advance(Whitespace.skip(source, position));
                if (position >= source.length()) {
                    throw new TemplateException(
                            "the tag that begins here is never closed by " + (statement ? "%}" : "}}"), begin);
                }
                int end = open.isEmpty() ? tagEnd(position, statement ? "%}" : "}}", statement) : -1;
                if (end >= 0) {
                    add(statement ? Token.Kind.STATEMENT_END : Token.Kind.OUTPUT_END, "");
                    advance(end);
                    return;
                }
                Lexeme lexeme = Lexeme.at(source, position, line);
                if (lexeme.kind() == Token.Kind.OPERATOR) {
                    balance(lexeme.value().toString());
                }
                add(lexeme.kind(), lexeme.value());
                advance(lexeme.end());
            }
        }

        private void balance(String operator) {
            int opening = "([{".indexOf(operator);
            if (opening >= 0) {
                open.append(")]}".charAt(opening));
            } else if (")]}".contains(operator)) {
                int last = open.length() - 1;
                if (last < 0) {
                    throw new TemplateException("unexpected '" + operator + "'", line);
                }
                if (open.charAt(last) != operator.charAt(0)) {
                    throw new TemplateException(
                            "unexpected '" + operator + "', expected '" + open.charAt(last) + "'", line);
                }
                open.setLength(last);
            }
        }
    }
}
