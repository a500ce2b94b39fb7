package luthier.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One Java source file of the module under test.
///
/// @param path relative to the module's folder
public record SourceFile(Path path, List<String> lines) {
    public SourceFile {
        lines = List.copyOf(lines);
    }

    /// The module's folder: Surefire says where it is.
    static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    /// All below `src/main/java`.
    static List<SourceFile> ofMain() throws IOException {
        return below("src/main/java");
    }

    /// All of the module, tests too.
    static List<SourceFile> all() throws IOException {
        List<SourceFile> files = new ArrayList<>(ofMain());
        files.addAll(below("src/test/java"));
        return files;
    }

    /// `FILE:LINE: TEXT` of each line in which the pattern is found.
    List<String> find(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                found.add(path + ":" + (i + 1) + ": " + lines.get(i).strip());
            }
        }
        return found;
    }

    /// Name of the type the file is named after.
    String typeName() {
        return path.getFileName().toString().replace(".java", "");
    }

    private static List<SourceFile> below(String folder) throws IOException {
        Path root = module().resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                files.add(new SourceFile(module().relativize(path), Files.readAllLines(path)));
            }
        }
        return files;
    }
}
