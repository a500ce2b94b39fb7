package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import luthier.core.data.jinja.Statement.Target;
import org.jspecify.annotations.Nullable;

/// Runs the statements of one rendering.
final class Interpreter {
    /// What a statement asks of the loop around it.
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Evaluator evaluator;
    private final StringBuilder output = new StringBuilder();
    private final List<Rendering.Span> spans = new ArrayList<>();
    private boolean spansComplete = true;

    Interpreter(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Rendering run(List<Statement> statements, Scope scope) {
        runAll(statements, scope, output);
        return new Rendering(output.toString(), spans, spansComplete);
    }

    private Flow runAll(List<Statement> statements, Scope scope, StringBuilder out) {
        for (Statement statement : statements) {
            Flow flow = runPlaced(statement, scope, out);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow runPlaced(Statement statement, Scope scope, StringBuilder out) {
        try {
            return runOne(statement, scope, out);
        } catch (TemplateException failure) {
            throw failure.at(statement.line());
        }
    }

    private Flow runOne(Statement statement, Scope scope, StringBuilder out) {
        switch (statement) {
            case Statement.Text text -> out.append(text.text());
            case Statement.Print print -> out.append(PythonText.text(evaluator.evaluate(print.value(), scope)));
            case Statement.If condition -> {
                return branch(condition, scope, out);
            }
            case Statement.For loop -> loop(loop, scope, out);
            case Statement.Set set -> assign(set.target(), evaluator.evaluate(set.value(), scope), scope);
            case Statement.SetBlock set ->
                assign(set.target(), filtered(set.filters(), captured(set.body(), scope), scope), scope);
            case Statement.FilterBlock block ->
                out.append(PythonText.text(filtered(block.filters(), captured(block.body(), scope), scope)));
            case Statement.Macro macro ->
                scope.assign(macro.name(), function(macro.name(), macro.signature(), macro.body(), scope));
            case Statement.CallBlock block -> {
                MacroFunction caller = function("caller", block.signature(), block.body(), scope);
                out.append(PythonText.text(evaluator.call(block.call(), scope, caller)));
            }
            case Statement.With with -> {
                return with(with.assignments(), with.body(), scope, out);
            }
            case Statement.Generation generation -> {
                return generation(generation.body(), scope, out);
            }
            case Statement.Break _ -> {
                return Flow.BREAK;
            }
            case Statement.Continue _ -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.ON;
    }

    private Flow branch(Statement.If condition, Scope scope, StringBuilder out) {
        for (Statement.Branch branch : condition.branches()) {
            if (Truth.of(evaluator.evaluate(branch.test(), scope))) {
                return runAll(branch.body(), scope, out);
            }
        }
        return runAll(condition.otherwise(), scope, out);
    }

    private void loop(Statement.For statement, Scope scope, StringBuilder out) {
        Object items = evaluator.evaluate(statement.items(), scope);
        Expression test = statement.test();
        Iterator<Object> source = Sequences.iterate(items);
        if (test != null) {
            source = Sequences.stream(items)
                    .filter(item -> passes(test, statement.target(), item, scope))
                    .iterator();
        }
        boolean lengthKnown = test == null && Sequences.hasLength(items);
        Loop loop = new Loop(source, lengthKnown ? Sequences.length(items) : -1);
        if (!loop.hasNext()) {
            runAll(statement.otherwise(), new Scope(scope), out);
            return;
        }
        while (loop.hasNext()) {
            Scope turn = new Scope(scope);
            turn.assign("loop", loop);
            assign(statement.target(), loop.next(), turn);
            if (runAll(statement.body(), turn, out) == Flow.BREAK) {
                return;
            }
        }
    }

    private boolean passes(Expression test, Target target, Object item, Scope scope) {
        Scope trial = new Scope(scope);
        assign(target, item, trial);
        return Truth.of(evaluator.evaluate(test, trial));
    }

    private Flow with(List<Statement.Set> assignments, List<Statement> body, Scope scope, StringBuilder out) {
        Scope inner = new Scope(scope);
        for (Statement.Set assignment : assignments) {
            assign(assignment.target(), evaluator.evaluate(assignment.value(), scope), inner);
        }
        return runAll(body, inner, out);
    }

    /// Renders an assistant's part and notes where it lies. Inside a macro or a captured block its place is unknown.
    private Flow generation(List<Statement> body, Scope scope, StringBuilder out) {
        int begin = out.length();
        Flow flow = runAll(body, new Scope(scope), out);
        if (out == output) {
            spans.add(new Rendering.Span(begin, out.length()));
        } else {
            spansComplete = false;
        }
        return flow;
    }

    private String captured(List<Statement> body, Scope scope) {
        StringBuilder text = new StringBuilder();
        runAll(body, new Scope(scope), text);
        return text.toString();
    }

    private Object filtered(@Nullable Expression filters, String text, Scope scope) {
        if (filters == null) {
            return text;
        }
        Scope inner = new Scope(scope);
        inner.assign(Statement.CAPTURED, text);
        return evaluator.evaluate(filters, inner);
    }

    private MacroFunction function(String name, Statement.Signature signature, List<Statement> body, Scope definedIn) {
        return new MacroFunction(name, signature, evaluator, definedIn, scope -> captured(body, scope));
    }

    private void assign(Target target, Object value, Scope scope) {
        switch (target) {
            case Target.Variable(String name) -> scope.assign(name, value);
            case Target.Member(String name, String attribute) -> {
                if (!(scope.find(name) instanceof Namespace namespace)) {
                    throw new TemplateException("cannot assign attribute on non-namespace object");
                }
                namespace.assign(attribute, value);
            }
            case Target.Several(List<Target> targets) -> {
                if (!Sequences.isIterable(value)) {
                    throw new TemplateException("cannot unpack non-iterable " + PythonType.of(value) + " object");
                }
                List<Object> items = Sequences.list(value);
                if (items.size() != targets.size()) {
                    throw new TemplateException(
                            "expected " + targets.size() + " values to unpack, got " + items.size());
                }
                for (int index = 0; index < targets.size(); index++) {
                    assign(targets.get(index), items.get(index), scope);
                }
            }
        }
    }
}
