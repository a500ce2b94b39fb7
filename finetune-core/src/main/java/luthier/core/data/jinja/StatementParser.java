package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import luthier.core.data.jinja.Statement.Branch;
import luthier.core.data.jinja.Statement.Signature;
import luthier.core.data.jinja.Statement.Target;

/// Statement tags and their bodies.
final class StatementParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private int loopsOpen;

    private StatementParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.targets = new TargetParser(tokens);
    }

    static List<Statement> parse(String source) {
        StatementParser parser = new StatementParser(new TokenStream(Lexer.tokens(source)));
        return parser.statements(List.of(), 0);
    }

    /// Reads up to a statement tag whose name is one of `ends`; that name is then the current token.
    private List<Statement> statements(List<String> ends, int beginLine) {
        List<Statement> body = new ArrayList<>();
        while (true) {
            Token token = tokens.next();
            switch (token.kind()) {
                case DATA -> body.add(new Statement.Text(token.text(), token.line()));
                case OUTPUT_BEGIN -> {
                    body.add(new Statement.Print(expressions.tuple(true, false, null), token.line()));
                    tokens.expect(Token.Kind.OUTPUT_END, "'}}'");
                }
                case STATEMENT_BEGIN -> {
                    Token name = tokens.current();
                    if (name.kind() == Token.Kind.NAME && ends.contains(name.text())) {
                        return body;
                    }
                    body.add(statement());
                    tokens.expect(Token.Kind.STATEMENT_END, "'%}'");
                }
                case END -> {
                    if (!ends.isEmpty()) {
                        throw new TemplateException(
                                "the template ends, but the tag of line " + beginLine + " still needs "
                                        + String.join(" or ", ends),
                                token.line());
                    }
                    return body;
                }
                default -> throw new IllegalStateException("token out of place: " + token);
            }
        }
    }

    /// The body of a tag that is open, up to its end tag, whose name is consumed.
    private List<Statement> body(int line, String end) {
        List<Statement> body = openBody(line, end);
        tokens.next();
        return body;
    }

    private List<Statement> openBody(int line, String... ends) {
        tokens.skipOperator(":");
        tokens.expect(Token.Kind.STATEMENT_END, "'%}'");
        return statements(List.of(ends), line);
    }

    private Statement statement() {
        Token tag = tokens.expect(Token.Kind.NAME, "the name of a statement");
        int line = tag.line();
        return switch (tag.text()) {
            case "for" -> loop(line);
            case "if" -> condition(line);
            case "set" -> assignment(line);
            case "macro" -> macro(line);
            case "call" -> callBlock(line);
            case "filter" -> filterBlock(line);
            case "with" -> with(line);
            case "print" -> new Statement.Print(expressions.tuple(true, false, null), line);
            case "generation" -> new Statement.Generation(body(line, "endgeneration"), line);
            case "break" -> insideLoop(new Statement.Break(line), "break");
            case "continue" -> insideLoop(new Statement.Continue(line), "continue");
            case "include", "import", "from", "extends", "block", "autoescape", "trans", "do" ->
                throw new TemplateException(
                        "the statement '" + tag.text() + "' is not supported in chat templates", line);
            default -> throw new TemplateException("unknown statement '" + tag.text() + "'", line);
        };
    }

    private Statement insideLoop(Statement statement, String name) {
        if (loopsOpen == 0) {
            throw new TemplateException("'" + name + "' stands outside of a loop", statement.line());
        }
        return statement;
    }

    private Statement loop(int line) {
        Target target = targets.target("in");
        tokens.expectName("in");
        Expression items = expressions.tuple(false, false, "recursive");
        Expression test = tokens.skipName("if") ? expressions.expression() : null;
        if (tokens.current().isName("recursive")) {
            throw new TemplateException("recursive loops are not supported in chat templates", line);
        }
        loopsOpen++;
        List<Statement> body = openBody(line, "endfor", "else");
        loopsOpen--;
        List<Statement> otherwise = tokens.next().isName("else") ? body(line, "endfor") : List.of();
        return new Statement.For(target, items, test, body, otherwise, line);
    }

    private Statement condition(int line) {
        List<Branch> branches = new ArrayList<>();
        while (true) {
            Expression test = expressions.tuple(false, false, null);
            branches.add(new Branch(test, openBody(line, "elif", "else", "endif")));
            Token next = tokens.next();
            if (next.isName("else")) {
                return new Statement.If(branches, body(line, "endif"), line);
            }
            if (next.isName("endif")) {
                return new Statement.If(branches, List.of(), line);
            }
        }
    }

    private Statement assignment(int line) {
        Target target = targets.assignable();
        if (tokens.skipOperator("=")) {
            return new Statement.Set(target, expressions.tuple(true, false, null), line);
        }
        Expression filters = tokens.current().isOperator("|") ? expressions.filterChain(captured()) : null;
        return new Statement.SetBlock(target, filters, body(line, "endset"), line);
    }

    private static Expression captured() {
        return new Expression.Name(Statement.CAPTURED);
    }

    private Statement macro(int line) {
        String name = tokens.expectAnyName();
        Callee callee = callee(parameters(), line, "endmacro");
        return new Statement.Macro(name, callee.signature, callee.body, line);
    }

    private Statement callBlock(int line) {
        Parameters parameters = tokens.current().isOperator("(") ? parameters() : Parameters.NONE;
        if (!(expressions.expression() instanceof Expression.Call call)) {
            throw new TemplateException("'call' needs the call of a macro", line);
        }
        Callee callee = callee(parameters, line, "endcall");
        return new Statement.CallBlock(call, callee.signature, callee.body, line);
    }

    private record Parameters(List<String> names, List<Expression> defaults) {
        static final Parameters NONE = new Parameters(List.of(), List.of());
    }

    private record Callee(Signature signature, List<Statement> body) {}

    private Callee callee(Parameters parameters, int line, String end) {
        int loopsAround = loopsOpen;
        loopsOpen = 0;
        Set<String> outer = tokens.collectNames();
        List<Statement> body = body(line, end);
        Set<String> names = tokens.restoreNames(outer);
        loopsOpen = loopsAround;
        return new Callee(
                new Signature(
                        parameters.names, parameters.defaults, names.contains("varargs"), names.contains("kwargs")),
                body);
    }

    private Parameters parameters() {
        tokens.expectOperator("(");
        List<String> names = new ArrayList<>();
        List<Expression> defaults = new ArrayList<>();
        while (!tokens.skipOperator(")")) {
            if (!names.isEmpty()) {
                tokens.expectOperator(",");
            }
            names.add(tokens.expectAnyName());
            if (tokens.skipOperator("=")) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw new TemplateException(
                        "a parameter without a default follows one with a default",
                        tokens.current().line());
            }
        }
        return new Parameters(names, defaults);
    }

    private Statement filterBlock(int line) {
        Expression filters = expressions.filterChain(expressions.namedFilter(captured()));
        return new Statement.FilterBlock(filters, body(line, "endfilter"), line);
    }

    private Statement with(int line) {
        List<Statement.Set> assignments = new ArrayList<>();
        while (tokens.current().kind() != Token.Kind.STATEMENT_END) {
            if (!assignments.isEmpty()) {
                tokens.expectOperator(",");
            }
            Target target = targets.target("=");
            tokens.expectOperator("=");
            assignments.add(new Statement.Set(target, expressions.expression(), line));
        }
        return new Statement.With(assignments, body(line, "endwith"), line);
    }
}
