package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.jinja.Expression.CallArguments;
import luthier.core.data.jinja.Expression.Comparand;
import org.jspecify.annotations.Nullable;

/// The value of an expression.
final class Evaluator {
    private final Map<String, Callable> globals;

    Evaluator(Map<String, Callable> globals) {
        this.globals = globals;
    }

    Object evaluate(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal(Object value) -> value;
            case Expression.Name(String name) -> variable(name, scope);
            case Expression.ListLiteral(List<Expression> items) -> all(items, scope);
            case Expression.TupleLiteral(List<Expression> items) -> new Tuple(all(items, scope));
            case Expression.DictLiteral(List<Expression.Pair> pairs) -> dict(pairs, scope);
            case Expression.Attribute(Expression object, String name) ->
                Members.attribute(evaluate(object, scope), name);
            case Expression.Item(Expression object, Expression key) ->
                Members.item(evaluate(object, scope), evaluate(key, scope));
            case Expression.Slice slice ->
                new Members.Bounds(
                        optional(slice.start(), scope), optional(slice.stop(), scope), optional(slice.step(), scope));
            case Expression.Call call -> call(call, scope, null);
            case Expression.Filter(Expression input, String name, CallArguments arguments) ->
                Filters.named(name).apply(evaluate(input, scope), arguments(arguments, scope));
            case Expression.Test(Expression input, String name, CallArguments arguments) ->
                Tests.named(name).test(evaluate(input, scope), arguments(arguments, scope));
            case Expression.Negative(Expression operand) -> Operators.signed(evaluate(operand, scope), true);
            case Expression.Positive(Expression operand) -> Operators.signed(evaluate(operand, scope), false);
            case Expression.Binary(Expression left, String operator, Expression right) ->
                Operators.binary(evaluate(left, scope), operator, evaluate(right, scope));
            case Expression.Concat(List<Expression> parts) -> concat(parts, scope);
            case Expression.Compare(Expression first, List<Comparand> rest) -> compare(first, rest, scope);
            case Expression.Not(Expression operand) -> !Truth.of(evaluate(operand, scope));
            case Expression.And(Expression left, Expression right) -> {
                Object value = evaluate(left, scope);
                yield Truth.of(value) ? evaluate(right, scope) : value;
            }
            case Expression.Or(Expression left, Expression right) -> {
                Object value = evaluate(left, scope);
                yield Truth.of(value) ? value : evaluate(right, scope);
            }
            case Expression.Conditional conditional -> conditional(conditional, scope);
        };
    }

    private @Nullable Object optional(@Nullable Expression expression, Scope scope) {
        return expression == null ? null : evaluate(expression, scope);
    }

    private Object variable(String name, Scope scope) {
        Object value = scope.find(name);
        if (value == null) {
            value = globals.get(name);
        }
        return value == null ? Undefined.name(name) : value;
    }

    private List<Object> all(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(evaluate(expression, scope));
        }
        return values;
    }

    private Map<Object, Object> dict(List<Expression.Pair> pairs, Scope scope) {
        Map<Object, Object> dict = new LinkedHashMap<>();
        for (Expression.Pair pair : pairs) {
            Dicts.put(dict, evaluate(pair.key(), scope), evaluate(pair.value(), scope));
        }
        return dict;
    }

    /// @param caller the body of a call block, null without
    Object call(Expression.Call call, Scope scope, @Nullable Callable caller) {
        Object callee = evaluate(call.callee(), scope);
        if (callee instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (!(callee instanceof Callable function)) {
            throw new TemplateException("'" + PythonType.of(callee) + "' object is not callable");
        }
        Arguments arguments = arguments(call.arguments(), scope);
        return function.call(caller == null ? arguments : arguments.with("caller", caller));
    }

    private Arguments arguments(CallArguments written, Scope scope) {
        if (written == CallArguments.NONE) {
            return Arguments.NONE;
        }
        List<Object> positional = all(written.positional(), scope);
        if (written.spread() != null) {
            positional.addAll(Sequences.list(evaluate(written.spread(), scope)));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (Expression.Named argument : written.named()) {
            named.put(argument.name(), evaluate(argument.value(), scope));
        }
        if (written.spreadNamed() != null) {
            spread(evaluate(written.spreadNamed(), scope), named);
        }
        return new Arguments(positional, named);
    }

    private static void spread(Object value, Map<String, Object> named) {
        if (!(value instanceof Map<?, ?> dict)) {
            throw new TemplateException("argument after ** must be a mapping, not " + PythonType.of(value));
        }
        dict.forEach((key, item) -> {
            if (!(key instanceof String name) || named.put(name, item) != null) {
                throw new TemplateException(
                        "the keyword argument " + PythonText.repr(key) + " is given twice or no name");
            }
        });
    }

    private String concat(List<Expression> parts, Scope scope) {
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            text.append(PythonText.text(evaluate(part, scope)));
        }
        return text.toString();
    }

    private boolean compare(Expression first, List<Comparand> rest, Scope scope) {
        Object left = evaluate(first, scope);
        for (Comparand comparand : rest) {
            Object right = evaluate(comparand.right(), scope);
            if (!Comparison.holds(left, comparand.operator(), right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private Object conditional(Expression.Conditional conditional, Scope scope) {
        if (Truth.of(evaluate(conditional.test(), scope))) {
            return evaluate(conditional.then(), scope);
        }
        return conditional.otherwise() == null
                ? new Undefined("the inline if-expression on line " + conditional.line()
                        + " evaluated to false and no else section was defined.")
                : evaluate(conditional.otherwise(), scope);
    }
}
