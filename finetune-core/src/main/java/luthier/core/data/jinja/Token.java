package luthier.core.data.jinja;

/// @param value the text of data, a name, an operator or a string; the number of a number
record Token(Kind kind, Object value, int line) {
    enum Kind {
        DATA,
        OUTPUT_BEGIN,
        OUTPUT_END,
        STATEMENT_BEGIN,
        STATEMENT_END,
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        END
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && value.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && value.equals(name);
    }

    String text() {
        return value.toString();
    }

    String described() {
        return switch (kind) {
            case END -> "end of template";
            case OUTPUT_END -> "}}";
            case STATEMENT_END -> "%}";
            case DATA -> "template text";
            default -> value.toString();
        };
    }
}
