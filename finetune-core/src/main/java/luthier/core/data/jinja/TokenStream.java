package luthier.core.data.jinja;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The tokens of a template with a place in them.
final class TokenStream {
    private final List<Token> tokens;
    private int position;

    /// Every variable name read so far since the innermost [#collectNames]; a macro's body tells by it what it takes.
    private Set<String> names = new HashSet<>();

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(position);
    }

    Token ahead() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = current();
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    boolean skipOperator(String operator) {
        if (current().isOperator(operator)) {
            next();
            return true;
        }
        return false;
    }

    boolean skipName(String name) {
        if (current().isName(name)) {
            next();
            return true;
        }
        return false;
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    String expectAnyName() {
        return expect(Token.Kind.NAME, "a name").text();
    }

    Token expect(Token.Kind kind, String what) {
        if (current().kind() != kind) {
            throw unexpected(what);
        }
        return next();
    }

    TemplateException unexpected(String expected) {
        return new TemplateException(
                "expected " + expected + ", got '" + current().described() + "'",
                current().line());
    }

    void nameRead(String name) {
        names.add(name);
    }

    /// Begins a fresh collection of names; the result is the one to hand to [#restoreNames].
    Set<String> collectNames() {
        Set<String> outer = names;
        names = new HashSet<>();
        return outer;
    }

    Set<String> restoreNames(Set<String> outer) {
        Set<String> inner = names;
        outer.addAll(inner);
        names = outer;
        return inner;
    }
}
