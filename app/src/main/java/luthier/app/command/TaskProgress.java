package luthier.app.command;

import java.util.function.Consumer;
import luthier.app.console.Console;
import luthier.app.worker.Answer;

/// Shows the progress lines of a task, beside its answer on the other stream.
final class TaskProgress {
    private TaskProgress() {}

    static Consumer<Answer> on(Console console) {
        return line -> {
            Object text = line.values().get("progress");
            if (text != null) {
                console.err().println(text);
            }
        };
    }
}
