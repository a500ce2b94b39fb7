package luthier.app.progress;

import java.io.PrintWriter;
import luthier.core.run.RunEvent;

/// One line on a terminal, rewritten at each step; other news goes above it. Remarks may come from another thread.
final class TerminalView implements RunView {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final int columns;
    private RunProgress progress = RunProgress.NONE;

    TerminalView(PrintWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        progress = progress.after(event);
        String text = EventText.of(event);
        if (text != null) {
            above(text);
        }
        if (event.end()) {
            // the last state of the line stays
            out.println();
        } else if (event instanceof RunEvent.Started || event instanceof RunEvent.Stepped) {
            redraw();
        }
    }

    @Override
    public synchronized void remark(String text) {
        above(text);
        redraw();
    }

    private void above(String text) {
        out.println(CLEAR_LINE + text);
        if (progress.step() > 0) {
            redraw();
        }
    }

    private void redraw() {
        out.print(CLEAR_LINE + ProgressLine.withBar(progress, columns));
        out.flush();
    }
}
