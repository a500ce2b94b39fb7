package luthier.datasets.source;

import java.util.Locale;

/// The longest record that is read: 16 MB, counted in characters.
public final class RecordLimit {
    public static final long CHARACTERS = 16L << 20;

    private RecordLimit() {}

    public static void report(Report report, long line, long characters) {
        report.note(
                Defect.TOO_LONG,
                line,
                null,
                String.format(
                        Locale.ROOT,
                        "%d MB in one record; limit 16 MB; the record was skipped.",
                        Math.ceilDiv(characters, 1L << 20)));
    }
}
