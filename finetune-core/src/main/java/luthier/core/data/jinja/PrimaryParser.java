package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.jinja.Expression.CallArguments;
import luthier.core.data.jinja.Expression.Named;
import luthier.core.data.jinja.Expression.Pair;
import org.jspecify.annotations.Nullable;

/// Literals, names, and what is written right behind them: attributes, keys, slices, calls.
final class PrimaryParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    PrimaryParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression primary() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NAME -> name(tokens.next().text());
            case STRING -> string();
            case NUMBER -> new Expression.Literal(tokens.next().value());
            default -> {
                if (tokens.skipOperator("(")) {
                    Expression inner = expressions.tuple(true, true, null);
                    tokens.expectOperator(")");
                    yield inner;
                }
                if (tokens.skipOperator("[")) {
                    yield list();
                }
                if (tokens.skipOperator("{")) {
                    yield dict();
                }
                throw new TemplateException("unexpected '" + token.described() + "'", token.line());
            }
        };
    }

    private Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Expression.Literal(true);
            case "false", "False" -> new Expression.Literal(false);
            case "none", "None" -> new Expression.Literal(None.NONE);
            default -> {
                tokens.nameRead(name);
                yield new Expression.Name(name);
            }
        };
    }

    /// Neighbouring string literals are one.
    private Expression string() {
        StringBuilder text = new StringBuilder();
        while (tokens.current().kind() == Token.Kind.STRING) {
            text.append(tokens.next().text());
        }
        return new Expression.Literal(text.toString());
    }

    private Expression list() {
        List<Expression> items = new ArrayList<>();
        while (!tokens.skipOperator("]")) {
            if (!items.isEmpty()) {
                tokens.expectOperator(",");
                if (tokens.skipOperator("]")) {
                    break;
                }
            }
            items.add(expressions.expression());
        }
        return new Expression.ListLiteral(items);
    }

    private Expression dict() {
        List<Pair> pairs = new ArrayList<>();
        while (!tokens.skipOperator("}")) {
            if (!pairs.isEmpty()) {
                tokens.expectOperator(",");
                if (tokens.skipOperator("}")) {
                    break;
                }
            }
            Expression key = expressions.expression();
            tokens.expectOperator(":");
            pairs.add(new Pair(key, expressions.expression()));
        }
        return new Expression.DictLiteral(pairs);
    }

    Expression postfix(Expression base) {
        Expression value = base;
        while (true) {
            if (tokens.skipOperator(".")) {
                value = member(value);
            } else if (tokens.skipOperator("[")) {
                value = new Expression.Item(value, key());
            } else if (tokens.current().isOperator("(")) {
                value = new Expression.Call(value, arguments());
            } else {
                return value;
            }
        }
    }

    private Expression member(Expression object) {
        Token token = tokens.next();
        if (token.kind() == Token.Kind.NAME) {
            return new Expression.Attribute(object, token.text());
        }
        if (token.kind() == Token.Kind.NUMBER && !(token.value() instanceof Double)) {
            return new Expression.Item(object, new Expression.Literal(token.value()));
        }
        throw new TemplateException("expected a name or a number after '.'", token.line());
    }

    private Expression key() {
        List<Expression> keys = new ArrayList<>();
        while (!tokens.skipOperator("]")) {
            if (!keys.isEmpty()) {
                tokens.expectOperator(",");
            }
            keys.add(keyOrSlice());
        }
        return keys.size() == 1 ? keys.getFirst() : new Expression.TupleLiteral(keys);
    }

    private Expression keyOrSlice() {
        Expression start = null;
        if (!tokens.skipOperator(":")) {
            start = expressions.expression();
            if (!tokens.skipOperator(":")) {
                return start;
            }
        }
        Expression stop = bound();
        Expression step = tokens.skipOperator(":") ? bound() : null;
        return new Expression.Slice(start, stop, step);
    }

    private @Nullable Expression bound() {
        Token token = tokens.current();
        boolean absent = token.isOperator(":") || token.isOperator("]") || token.isOperator(",");
        return absent ? null : expressions.expression();
    }

    CallArguments arguments() {
        int line = tokens.current().line();
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        Expression spread = null;
        Expression spreadNamed = null;
        boolean first = true;
        while (!tokens.skipOperator(")")) {
            if (!first) {
                tokens.expectOperator(",");
                if (tokens.skipOperator(")")) {
                    break;
                }
            }
            first = false;
            boolean ordered;
            if (tokens.skipOperator("*")) {
                ordered = spread == null && spreadNamed == null;
                spread = expressions.expression();
            } else if (tokens.skipOperator("**")) {
                ordered = spreadNamed == null;
                spreadNamed = expressions.expression();
            } else if (tokens.current().kind() == Token.Kind.NAME
                    && tokens.ahead().isOperator("=")) {
                ordered = spreadNamed == null;
                String name = tokens.next().text();
                tokens.next();
                named.add(new Named(name, expressions.expression()));
            } else {
                ordered = spread == null && spreadNamed == null && named.isEmpty();
                positional.add(expressions.expression());
            }
            if (!ordered) {
                throw new TemplateException("the arguments of a call stand in a wrong order", line);
            }
        }
        return new CallArguments(positional, named, spread, spreadNamed);
    }
}
