package luthier.datasets.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.data.Problem;
import luthier.core.data.Recognition;

/// Whether a file is text without records.
public final class PlainText {
    private PlainText() {}

    /// @param forced take any text as plain, records or not
    public static Recognition recognise(Path file, boolean forced) throws IOException {
        Container container = Container.of(file);
        String packed = container.problem();
        if (packed != null) {
            return refused(file, packed, container.advice());
        }
        return forced || Content.of(file).kind() == Content.Kind.PLAIN
                ? new Recognition.Fits(Map.of())
                : new Recognition.Foreign(List.of());
    }

    public static Recognition refused(Path file, String problem, String advice) {
        return new Recognition.Refused(new Problem(String.valueOf(file.getFileName()), 0, null, true, problem), advice);
    }
}
