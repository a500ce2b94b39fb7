package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.jinja.Statement.Target;

/// The left side of `set` and the variables of `for`.
final class TargetParser {
    private static final List<String> CONSTANTS = List.of("true", "True", "false", "False", "none", "None");

    private final TokenStream tokens;

    TargetParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /// A name, or several with commas, before the name or operator `end`.
    Target target(String end) {
        return several(end, false);
    }

    /// As [#target], where an attribute of a namespace is allowed too.
    Target assignable() {
        return several("=", true);
    }

    private Target several(String end, boolean members) {
        List<Target> found = new ArrayList<>();
        boolean comma = false;
        while (!ends(end)) {
            found.add(single(members));
            if (!tokens.skipOperator(",")) {
                break;
            }
            comma = true;
        }
        if (found.isEmpty()) {
            throw tokens.unexpected("a variable");
        }
        return comma ? new Target.Several(found) : found.getFirst();
    }

    private boolean ends(String end) {
        Token token = tokens.current();
        return token.isName(end)
                || token.isOperator(end)
                || token.isOperator(")")
                || token.kind() == Token.Kind.STATEMENT_END;
    }

    private Target single(boolean members) {
        if (tokens.skipOperator("(")) {
            Target inner = several(")", members);
            tokens.expectOperator(")");
            return inner;
        }
        int line = tokens.current().line();
        String name = tokens.expectAnyName();
        if (CONSTANTS.contains(name)) {
            throw new TemplateException("cannot assign to '" + name + "'", line);
        }
        if (members && tokens.skipOperator(".")) {
            return new Target.Member(name, tokens.expectAnyName());
        }
        return new Target.Variable(name);
    }
}
