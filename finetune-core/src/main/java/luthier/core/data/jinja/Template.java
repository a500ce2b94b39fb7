package luthier.core.data.jinja;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A parsed template; immutable and free to be shared between threads.
public final class Template {
    private final List<Statement> statements;

    private Template(List<Statement> statements) {
        this.statements = statements;
    }

    /// @throws TemplateException when the source is not of the supported language
    public static Template parse(String source) {
        try {
            return new Template(StatementParser.parse(source));
        } catch (StackOverflowError tooDeep) {
            throw new TemplateException("the template nests too deeply");
        }
    }

    /// @param variables plain Java values as a JSON reader gives them; null is `none`
    /// @param now what `strftime_now` shows
    /// @throws TemplateException when the template raises or does what its values do not allow
    public Rendering render(Map<String, ? extends @Nullable Object> variables, ZonedDateTime now) {
        Scope scope = new Scope(null);
        variables.forEach((name, value) -> scope.assign(name, Values.of(value)));
        try {
            return new Interpreter(new Evaluator(Globals.at(now))).run(statements, scope);
        } catch (StackOverflowError tooDeep) {
            throw new TemplateException("the template calls itself too deeply");
        }
    }
}
