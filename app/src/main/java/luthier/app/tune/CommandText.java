package luthier.app.tune;

import java.nio.file.Path;

/// What a person would type to have the same on the command line.
final class CommandText {
    private CommandText() {}

    static String run(Path projectFile, String name) {
        return "luthier run " + quoted(projectFile.toString()) + " --run " + name;
    }

    // As a shell wants it: a single quote ends the text, stands alone behind a backslash, and begins it again.
    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9._/~+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
