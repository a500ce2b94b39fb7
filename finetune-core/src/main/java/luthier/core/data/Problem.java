package luthier.core.data;

import org.jspecify.annotations.Nullable;

/// One defect of a data file.
///
/// @param file file name
/// @param line 1-based line where the record begins; 0 when the whole file is meant
/// @param field column or JSON path, null when the whole record is meant
/// @param fatal whether the file cannot be used; else the record was skipped or repaired
/// @param message what is wrong and what was done, or what to do
public record Problem(String file, long line, @Nullable String field, boolean fatal, String message) {
    /// `a.csv, line 93, field output: …`
    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + (field != null ? ", field `" + field + "`" : "") + ": "
                + message;
    }
}
