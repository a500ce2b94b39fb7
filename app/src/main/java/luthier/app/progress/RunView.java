package luthier.app.progress;

import luthier.app.console.Console;
import luthier.core.run.RunSink;

/// Shows a run's events as they come, and remarks between them.
public interface RunView extends RunSink {
    /// Shows a remark of the program itself.
    void remark(String text);

    /// The view that fits: events as JSON lines when asked for, a line that is rewritten on a terminal, else plain
    /// lines.
    static RunView of(Console console, boolean json) {
        if (json) {
            return new JsonView(console.out(), console.err());
        }
        return console.terminal() ? new TerminalView(console.out(), console.columns()) : new PlainView(console.out());
    }
}
