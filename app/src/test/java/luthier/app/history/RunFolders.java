package luthier.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luthier.core.client.RunFolder;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import luthier.core.run.RunEvent;

/// Run folders for tests.
public final class RunFolders {
    private RunFolders() {}

    /// The folder of a run of that name with these events.
    public static RunFolder of(Path runs, String name, List<RunEvent> events) {
        try {
            RunFolder folder = RunFolder.create(runs.resolve(name), Specs.named(name));
            StringBuilder lines = new StringBuilder();
            events.forEach(event -> lines.append(JsonLine.write(event)).append('\n'));
            Files.writeString(folder.events(), lines);
            Files.writeString(folder.log(), "loading the model\nout of memory\n");
            return folder;
        } catch (IOException | LuthierException e) {
            throw new AssertionError(e);
        }
    }
}
