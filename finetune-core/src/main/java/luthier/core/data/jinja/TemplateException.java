package luthier.core.data.jinja;

/// A template that cannot be read, or that fails or raises while it renders. Unchecked;
/// [luthier.core.data.template.ChatTemplate] turns it into the checked exception.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    TemplateException(String message) {
        this(message, 0);
    }

    TemplateException(String message, int line) {
        super(message);
        this.line = line;
    }

    /// The 1-based line of the template, 0 when unknown.
    public int line() {
        return line;
    }

    /// This exception, placed: an inner place found earlier stays.
    TemplateException at(int statementLine) {
        if (line > 0) {
            return this;
        }
        TemplateException placed = new TemplateException(getMessage(), statementLine);
        placed.initCause(this);
        return placed;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
