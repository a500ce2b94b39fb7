package luthier.adapters.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import luthier.core.model.TokenizerFiles;

/// Files of a model folder that training does not change, copied byte for byte where the base has them.
public final class BaseFiles {
    private static final List<String> GENERATION = List.of("generation_config.json");

    private BaseFiles() {}

    public static void copyTokenizer(Path base, Path target) throws IOException {
        copy(base, target, TokenizerFiles.NAMES);
    }

    public static void copyGenerationSettings(Path base, Path target) throws IOException {
        copy(base, target, GENERATION);
    }

    private static void copy(Path base, Path target, List<String> names) throws IOException {
        for (String name : names) {
            Path file = base.resolve(name);
            if (Files.isRegularFile(file)) {
                Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
