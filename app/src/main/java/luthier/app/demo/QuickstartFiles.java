package luthier.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import luthier.app.i18n.Messages;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// The quickstart project as it is shipped.
public final class QuickstartFiles {
    static final List<String> NAMES = List.of(
            "config.json",
            "model.safetensors",
            "tokenizer.json",
            "tokenizer_config.json",
            "generation_config.json",
            "quickstart.luthier",
            "tickets.jsonl",
            "tickets-heldout.jsonl");

    private final Source source;

    QuickstartFiles(Source source) {
        this.source = source;
    }

    /// Where the files come from.
    @FunctionalInterface
    interface Source {
        /// Null when there is no such file.
        @Nullable
        InputStream open(String name);
    }

    /// Those in the program's own resources.
    public static QuickstartFiles shipped() {
        return new QuickstartFiles(
                name -> QuickstartFiles.class.getResourceAsStream("/luthier/app/quickstart/" + name));
    }

    /// @param overwrite whether the folder may hold files already
    public void copyTo(Path folder, boolean overwrite) throws LuthierException {
        try {
            if (!overwrite && Files.exists(folder) && !isEmpty(folder)) {
                throw new LuthierException(new Failure.InvalidSpec(
                        folder.toAbsolutePath().toString(), "--folder", Messages.of("demo.folderInUse")));
            }
            Files.createDirectories(folder);
            for (String name : NAMES) {
                copy(name, folder.resolve(name));
            }
        } catch (IOException e) {
            throw LuthierException.disk(folder, Messages.of("demo.copying"), e);
        }
    }

    private void copy(String name, Path file) throws IOException, LuthierException {
        try (InputStream stream = source.open(name)) {
            if (stream == null) {
                throw new LuthierException(new Failure.UnreadableModel(
                        name, Messages.of("demo.notShipped"), Messages.of("demo.notShipped.advice")));
            }
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
