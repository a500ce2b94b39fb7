package luthier.core.run;

/// A setting outside its range; codecs turn it into [Failure.InvalidSpec] with the file it came from.
public final class InvalidField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidField(String field, String rule) {
        super(rule);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /// What the field must be, as the end of the sentence "FIELD …".
    public String rule() {
        return String.valueOf(getMessage());
    }
}
