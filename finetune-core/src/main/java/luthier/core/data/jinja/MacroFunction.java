package luthier.core.data.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A macro, or the body of a call block under the name `caller`: binds its arguments, then renders its body.
final class MacroFunction implements Callable {
    private final String name;
    private final Statement.Signature signature;
    private final Evaluator evaluator;
    private final Scope definedIn;
    private final Function<Scope, String> body;

    MacroFunction(
            String name,
            Statement.Signature signature,
            Evaluator evaluator,
            Scope definedIn,
            Function<Scope, String> body) {
        this.name = name;
        this.signature = signature;
        this.evaluator = evaluator;
        this.definedIn = definedIn;
        this.body = body;
    }

    String name() {
        return name;
    }

    @Nullable
    Object attribute(String attribute) {
        return switch (attribute) {
            case "name" -> name;
            case "arguments" -> new Tuple(List.copyOf(signature.parameters()));
            case "catch_kwargs" -> signature.takesMoreNamed();
            case "catch_varargs" -> signature.takesMorePositional();
            default -> null;
        };
    }

    @Override
    public Object call(Arguments arguments) {
        Scope scope = new Scope(definedIn);
        List<String> parameters = signature.parameters();
        List<Object> positional = arguments.positional();
        Map<String, Object> named = new LinkedHashMap<>(arguments.named());
        int firstDefault = parameters.size() - signature.defaults().size();
        for (int index = 0; index < parameters.size(); index++) {
            String parameter = parameters.get(index);
            Object value = index < positional.size() ? positional.get(index) : named.remove(parameter);
            if (value == null) {
                value = index < firstDefault
                        ? new Undefined("parameter '" + parameter + "' was not provided")
                        : evaluator.evaluate(signature.defaults().get(index - firstDefault), scope);
            }
            scope.assign(parameter, value);
        }
        if (!parameters.contains("caller")) {
            Object caller = named.remove("caller");
            scope.assign("caller", caller == null ? new Undefined("No caller defined") : caller);
        }
        surplus(scope, positional, named);
        return body.apply(scope);
    }

    private void surplus(Scope scope, List<Object> positional, Map<String, Object> named) {
        int expected = signature.parameters().size();
        if (signature.takesMoreNamed()) {
            scope.assign("kwargs", named);
        } else if (!named.isEmpty()) {
            throw new TemplateException("macro '" + name + "' takes no keyword argument '"
                    + named.keySet().iterator().next() + "'");
        }
        if (signature.takesMorePositional()) {
            scope.assign(
                    "varargs", new Tuple(positional.subList(Math.min(expected, positional.size()), positional.size())));
        } else if (positional.size() > expected) {
            throw new TemplateException("macro '" + name + "' takes not more than " + expected + " argument(s)");
        }
    }
}
