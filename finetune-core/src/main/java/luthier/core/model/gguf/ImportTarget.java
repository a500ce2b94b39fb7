package luthier.core.model.gguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luthier.core.disk.DurableFiles;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder an import makes: filled aside and renamed when complete. Only a folder that holds nothing but a model's
/// files is ever replaced.
final class ImportTarget {
    private static final Logger LOG = LoggerFactory.getLogger(ImportTarget.class);
    private static final String OPERATION = "writing the imported model";
    private static final Pattern MODEL_FILES = Pattern.compile(
            "(config|generation_config|tokenizer|tokenizer_config|special_tokens_map|added_tokens|vocab)"
                    + "\\.json|merges\\.txt|chat_template\\.jinja|README\\.md|LICENSE(\\..*)?|\\.gitattributes"
                    + "|model(-\\d{5}-of-\\d{5})?\\.safetensors|model\\.safetensors\\.index\\.json");

    private final Path folder;

    private ImportTarget(Path folder) {
        this.folder = folder;
    }

    /// Fills the folder; `folder` itself is not touched before that is done.
    @FunctionalInterface
    interface Filling {
        void fill(Path folder) throws IOException, LuthierException;
    }

    /// @param overwrite whether a model that is there already may be replaced
    /// @throws LuthierException with a `DiskFailure` when something is in the way
    static ImportTarget check(Path folder, boolean overwrite) throws LuthierException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS)) {
                throw inTheWay(folder, "there is a file of that name; choose another folder");
            }
            List<String> names = names(absolute);
            List<String> foreign = names.stream()
                    .filter(name -> !MODEL_FILES.matcher(name).matches())
                    .toList();
            if (!foreign.isEmpty()) {
                throw inTheWay(
                        folder,
                        "the folder holds " + foreign.getFirst()
                                + ", which is no part of a model; choose another folder");
            }
            if (!names.isEmpty() && !overwrite) {
                throw inTheWay(folder, "the folder already holds a model; allow overwriting or choose another folder");
            }
        }
        return new ImportTarget(absolute);
    }

    void write(Filling filling) throws LuthierException {
        Path aside = DurableFiles.aside(folder);
        try {
            Files.createDirectories(folder.resolveSibling("."));
            Files.createDirectory(aside);
            filling.fill(aside);
            DurableFiles.syncFolder(aside);
            replace(aside);
        } catch (IOException e) {
            throw LuthierException.disk(folder, OPERATION, e);
        } finally {
            discard(aside);
        }
    }

    private void replace(Path aside) throws IOException {
        Path old = DurableFiles.aside(folder);
        boolean replaces = Files.exists(folder);
        if (replaces) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        DurableFiles.syncParent(folder);
        discard(old);
    }

    private static List<String> names(Path folder) throws LuthierException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw LuthierException.disk(folder, OPERATION, e);
        }
    }

    private static void discard(Path aside) {
        try {
            DurableFiles.deleteTree(aside);
        } catch (IOException e) {
            LOG.warn("Could not remove {}", aside, e);
        }
    }

    private static LuthierException inTheWay(Path folder, String problem) {
        return new LuthierException(new Failure.DiskFailure(folder.toString(), OPERATION, problem));
    }
}
