package luthier.core.run;

import java.nio.file.Path;

/// How a project file writes paths.
///
/// @param base the folder of the project file
record ProjectPaths(Path base) {
    static ProjectPaths beside(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return new ProjectPaths(parent == null ? file.toAbsolutePath() : parent);
    }

    /// The file's name without its ending.
    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".luthier") ? name.substring(0, name.length() - ".luthier".length()) : name;
    }

    /// Relative where both lie under one folder of the root, with `/` on every system.
    String text(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        boolean together = base.getRoot() != null
                && base.getRoot().equals(absolute.getRoot())
                && base.getNameCount() > 0
                && absolute.getNameCount() > 0
                && base.getName(0).equals(absolute.getName(0));
        Path written = together ? base.relativize(absolute) : absolute;
        String text = written.toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }
}
