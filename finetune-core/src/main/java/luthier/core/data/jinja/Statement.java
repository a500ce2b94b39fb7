package luthier.core.data.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a template: text, an output tag or a statement tag with its body.
sealed interface Statement {
    /// The 1-based line on which it begins.
    int line();

    record Text(String text, int line) implements Statement {}

    record Print(Expression value, int line) implements Statement {}

    /// @param test the loop's filter, null without
    record For(
            Target target,
            Expression items,
            @Nullable Expression test,
            List<Statement> body,
            List<Statement> otherwise,
            int line)
            implements Statement {}

    record If(List<Branch> branches, List<Statement> otherwise, int line) implements Statement {}

    record Branch(Expression test, List<Statement> body) {}

    record Set(Target target, Expression value, int line) implements Statement {}

    /// @param filters a chain over the name [#CAPTURED], null without
    record SetBlock(Target target, @Nullable Expression filters, List<Statement> body, int line) implements Statement {}

    record Macro(String name, Signature signature, List<Statement> body, int line) implements Statement {}

    record CallBlock(Expression.Call call, Signature signature, List<Statement> body, int line) implements Statement {}

    /// @param filters a chain over the name [#CAPTURED]
    record FilterBlock(Expression filters, List<Statement> body, int line) implements Statement {}

    record With(List<Set> assignments, List<Statement> body, int line) implements Statement {}

    record Generation(List<Statement> body, int line) implements Statement {}

    record Break(int line) implements Statement {}

    record Continue(int line) implements Statement {}

    /// The name under which a filter chain finds the text of its block; no template can spell it.
    String CAPTURED = "captured text";

    /// The parameters of a macro or of a call block's body.
    ///
    /// @param defaults of the last parameters
    /// @param takesMorePositional whether the body mentions `varargs`
    /// @param takesMoreNamed whether the body mentions `kwargs`
    record Signature(
            List<String> parameters, List<Expression> defaults, boolean takesMorePositional, boolean takesMoreNamed) {}

    /// What a value is assigned to.
    sealed interface Target {
        record Variable(String name) implements Target {}

        record Several(List<Target> targets) implements Target {}

        /// An attribute of a namespace.
        record Member(String namespace, String attribute) implements Target {}
    }
}
