package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.jinja.Expression.CallArguments;
import luthier.core.data.jinja.Expression.Comparand;
import org.jspecify.annotations.Nullable;

/// Operators, loosest first, with jinja2's levels: `~` binds tighter than `+`, a sign tighter than `**`.
final class ExpressionParser {
    private final TokenStream tokens;
    private final PrimaryParser primaries;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.primaries = new PrimaryParser(tokens, this);
    }

    Expression expression() {
        Expression value = or();
        while (tokens.current().isName("if")) {
            int line = tokens.next().line();
            Expression test = or();
            Expression otherwise = tokens.skipName("else") ? expression() : null;
            value = new Expression.Conditional(test, value, otherwise, line);
        }
        return value;
    }

    /// An expression, or several with commas between them, which make a tuple.
    ///
    /// @param inlineIf whether an `if` belongs to the expression; it does not after `in` of a loop
    /// @param end a name that ends it, null without
    Expression tuple(boolean inlineIf, boolean emptyAllowed, @Nullable String end) {
        List<Expression> items = new ArrayList<>();
        boolean several = false;
        while (!endsTuple(end)) {
            items.add(inlineIf ? expression() : or());
            if (!tokens.skipOperator(",")) {
                break;
            }
            several = true;
        }
        if (!several && items.size() == 1) {
            return items.getFirst();
        }
        if (items.isEmpty() && !emptyAllowed) {
            throw tokens.unexpected("an expression");
        }
        return new Expression.TupleLiteral(items);
    }

    private boolean endsTuple(@Nullable String end) {
        Token token = tokens.current();
        return token.kind() == Token.Kind.OUTPUT_END
                || token.kind() == Token.Kind.STATEMENT_END
                || token.isOperator(")")
                || (end != null && token.isName(end));
    }

    Expression or() {
        Expression left = and();
        while (tokens.skipName("or")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.skipName("and")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        return tokens.skipName("not") ? new Expression.Not(not()) : compare();
    }

    private Expression compare() {
        Expression first = sum();
        List<Comparand> rest = new ArrayList<>();
        while (true) {
            Token token = tokens.current();
            if (token.kind() == Token.Kind.OPERATOR && isComparison(token.text())) {
                tokens.next();
                rest.add(new Comparand(token.text(), sum()));
            } else if (tokens.skipName("in")) {
                rest.add(new Comparand("in", sum()));
            } else if (token.isName("not") && tokens.ahead().isName("in")) {
                tokens.next();
                tokens.next();
                rest.add(new Comparand("not in", sum()));
            } else {
                return rest.isEmpty() ? first : new Expression.Compare(first, rest);
            }
        }
    }

    private static boolean isComparison(String operator) {
        return switch (operator) {
            case "==", "!=", "<", "<=", ">", ">=" -> true;
            default -> false;
        };
    }

    private Expression sum() {
        Expression left = concat();
        while (tokens.current().isOperator("+") || tokens.current().isOperator("-")) {
            String operator = tokens.next().text();
            left = new Expression.Binary(left, operator, concat());
        }
        return left;
    }

    private Expression concat() {
        Expression first = product();
        if (!tokens.current().isOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return new Expression.Concat(parts);
    }

    private Expression product() {
        Expression left = power();
        while (tokens.current().kind() == Token.Kind.OPERATOR) {
            String operator = tokens.current().text();
            if (!operator.equals("*") && !operator.equals("/") && !operator.equals("//") && !operator.equals("%")) {
                break;
            }
            tokens.next();
            left = new Expression.Binary(left, operator, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = signed(true);
        while (tokens.skipOperator("**")) {
            left = new Expression.Binary(left, "**", signed(true));
        }
        return left;
    }

    private Expression signed(boolean filters) {
        Expression value;
        if (tokens.skipOperator("-")) {
            value = new Expression.Negative(signed(false));
        } else if (tokens.skipOperator("+")) {
            value = new Expression.Positive(signed(false));
        } else {
            value = primaries.primary();
        }
        value = primaries.postfix(value);
        return filters ? filters(value) : value;
    }

    private Expression filters(Expression input) {
        Expression value = input;
        while (true) {
            if (tokens.current().isOperator("|")) {
                value = filter(value);
            } else if (tokens.skipName("is")) {
                value = test(value);
            } else if (tokens.current().isOperator("(")) {
                value = new Expression.Call(value, primaries.arguments());
            } else {
                return value;
            }
        }
    }

    /// The filters that follow over `input`; each begins with a bar.
    Expression filterChain(Expression input) {
        Expression value = input;
        while (tokens.current().isOperator("|")) {
            value = filter(value);
        }
        return value;
    }

    private Expression filter(Expression input) {
        tokens.expectOperator("|");
        return namedFilter(input);
    }

    Expression namedFilter(Expression input) {
        String name = dottedName();
        CallArguments arguments = tokens.current().isOperator("(") ? primaries.arguments() : CallArguments.NONE;
        return new Expression.Filter(input, name, arguments);
    }

    private Expression test(Expression input) {
        boolean negated = tokens.skipName("not");
        String name = dottedName();
        CallArguments arguments = CallArguments.NONE;
        if (tokens.current().isOperator("(")) {
            arguments = primaries.arguments();
        } else if (beginsArgument(tokens.current())) {
            if (tokens.current().isName("is")) {
                throw new TemplateException(
                        "tests cannot be chained with 'is'", tokens.current().line());
            }
            arguments = CallArguments.of(primaries.postfix(primaries.primary()));
        }
        Expression test = new Expression.Test(input, name, arguments);
        return negated ? new Expression.Not(test) : test;
    }

    private static boolean beginsArgument(Token token) {
        return switch (token.kind()) {
            case STRING, NUMBER -> true;
            case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
            default -> token.isOperator("[") || token.isOperator("{");
        };
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(tokens.expectAnyName());
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.expectAnyName());
        }
        return name.toString();
    }
}
