package luthier.core.data.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands inside a tag and has a value.
sealed interface Expression {
    record Literal(Object value) implements Expression {}

    record Name(String name) implements Expression {}

    record ListLiteral(List<Expression> items) implements Expression {}

    record TupleLiteral(List<Expression> items) implements Expression {}

    record DictLiteral(List<Pair> pairs) implements Expression {}

    record Pair(Expression key, Expression value) {}

    /// `object.name`: an attribute before a key.
    record Attribute(Expression object, String name) implements Expression {}

    /// `object[key]`: a key before an attribute.
    record Item(Expression object, Expression key) implements Expression {}

    record Slice(
            @Nullable Expression start,
            @Nullable Expression stop,
            @Nullable Expression step) implements Expression {}

    record Call(Expression callee, CallArguments arguments) implements Expression {}

    record Filter(Expression input, String name, CallArguments arguments) implements Expression {}

    record Test(Expression input, String name, CallArguments arguments) implements Expression {}

    record Negative(Expression operand) implements Expression {}

    record Positive(Expression operand) implements Expression {}

    record Binary(Expression left, String operator, Expression right) implements Expression {}

    record Concat(List<Expression> parts) implements Expression {}

    /// A chain such as `a < b <= c`; each operand is evaluated once.
    record Compare(Expression first, List<Comparand> rest) implements Expression {}

    record Comparand(String operator, Expression right) {}

    record Not(Expression operand) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    /// @param otherwise null for an `if` without `else`, which gives an undefined value
    record Conditional(
            Expression test, Expression then, @Nullable Expression otherwise, int line) implements Expression {}

    /// @param spread the operand of `*`, null without
    /// @param spreadNamed the operand of `**`, null without
    record CallArguments(
            List<Expression> positional,
            List<Named> named,
            @Nullable Expression spread,
            @Nullable Expression spreadNamed) {
        static final CallArguments NONE = new CallArguments(List.of(), List.of(), null, null);

        static CallArguments of(Expression single) {
            return new CallArguments(List.of(single), List.of(), null, null);
        }
    }

    record Named(String name, Expression value) {}
}
