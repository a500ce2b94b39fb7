package luthier.datasets.source;

import org.jspecify.annotations.Nullable;

/// A record that cannot be used; [RowFormat] reports it with its line and goes on.
public final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Defect defect;
    private final transient @Nullable String field;

    /// @param sentence what was found; "; the record was skipped." is added
    public BadRecord(Defect defect, @Nullable String field, String sentence) {
        super(sentence, null, false, false);
        this.defect = defect;
        this.field = field;
    }

    void report(Report report, long line) {
        report.note(defect, line, field, getMessage() + "; the record was skipped.");
    }
}
