package luthier.datasets.source;

/// What can only be said of a file's text when all of it was read.
final class EndOfFile {
    private EndOfFile() {}

    static void report(TextInput text, Report report, long records) {
        if (text.cutShort()) {
            report.fatal(0, null, "the file ends early (record " + records + "); it was not packed or copied whole.");
        }
        if (text.windowsLineEnds()) {
            report.note("Windows line ends were converted.");
        }
        if (text.badLines() * 100 >= text.lines() && text.badLines() > 0) {
            report.fatal(
                    0,
                    null,
                    text.badLines() + " of " + text.lines()
                            + " lines are not valid UTF-8; save the file as UTF-8 (it may be in Windows-1252).");
        }
    }
}
