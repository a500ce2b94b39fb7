package luthier.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalViewTest {
    private final StringWriter out = new StringWriter();
    private final TerminalView view = new TerminalView(new PrintWriter(out, true), 100);

    @Test
    void whatStaysOnTheScreenIsTheNewsAndTheLastLine() {
        RecordedEvents.ending(RecordedEvents.finished()).forEach(view::accept);
        List<String> screen = screen();
        assertThat(screen).hasSize(3);
        assertThat(screen.get(0)).startsWith("Run tickets on cpu");
        assertThat(screen.get(1)).startsWith("Evaluated after step 40");
        assertThat(screen.get(2)).startsWith("[=====").contains("step 40/40").endsWith("0.0 s left");
    }

    @Test
    void aRemarkComesAboveTheLine() {
        view.accept(RecordedEvents.started());
        view.accept(RecordedEvents.stepped(1, 4));
        view.remark("Stopping.");
        assertThat(screen()).hasSize(3).element(1).isEqualTo("Stopping.");
        assertThat(screen().getLast()).contains("step 1/40");
    }

    /// What a terminal shows of what was printed: a cleared line is gone.
    private List<String> screen() {
        List<String> lines = new ArrayList<>();
        for (String line : out.toString().split("\n", -1)) {
            lines.add(line.substring(line.lastIndexOf("\r\u001b[K") < 0 ? 0 : line.lastIndexOf("\r\u001b[K") + 4));
        }
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
