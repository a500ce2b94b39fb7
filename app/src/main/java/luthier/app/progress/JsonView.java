package luthier.app.progress;

import java.io.PrintWriter;
import luthier.core.run.JsonLine;
import luthier.core.run.RunEvent;

/// The events exactly as the run folder holds them, one a line; remarks go to the other stream.
record JsonView(PrintWriter out, PrintWriter err) implements RunView {
    @Override
    public void accept(RunEvent event) {
        out.println(JsonLine.write(event));
    }

    @Override
    public void remark(String text) {
        err.println(text);
    }
}
