package luthier.core.model;

import java.io.IOException;
import java.nio.file.Path;
import luthier.core.disk.DurableFiles;
import luthier.core.run.LuthierException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON files of a model folder as other tools write them: two spaces of indentation, `"key": value`.
public final class JsonText {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES);

    private JsonText() {}

    /// Without a newline at the end.
    public static String indented(JsonNode json) {
        return JsonMapper.shared().writer().with(LAYOUT).writeValueAsString(json);
    }

    /// Replaces or creates `file`, with a newline at the end.
    public static void write(Path file, JsonNode json) throws LuthierException {
        write(file, indented(json) + "\n");
    }

    /// Replaces or creates `file` in UTF-8.
    public static void write(Path file, String text) throws LuthierException {
        try {
            DurableFiles.write(file, text);
        } catch (IOException e) {
            throw LuthierException.disk(file, "writing", e);
        }
    }
}
