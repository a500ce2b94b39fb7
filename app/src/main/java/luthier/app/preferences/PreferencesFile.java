package luthier.app.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import luthier.app.i18n.Messages;
import luthier.core.disk.DurableFiles;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// The file that holds the preferences.
public record PreferencesFile(Path file) {
    private static final String NAME = "preferences.json";
    private static final String FOLDER_PROPERTY = "luthier.config";

    /// In the folder that the system has for such files.
    public static PreferencesFile ofThisPerson() {
        String given = System.getProperty(FOLDER_PROPERTY, "");
        return new PreferencesFile(
                (given.isBlank() ? folder(System.getProperty("os.name", ""), System.getenv(), home()) : Path.of(given))
                        .resolve(NAME));
    }

    /// Those of the first start when there is no file yet.
    ///
    /// @throws LuthierException when there is one that is damaged
    public Preferences read() throws LuthierException {
        if (!Files.exists(file)) {
            return Preferences.DEFAULTS;
        }
        try {
            return PreferencesCodec.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    public void write(Preferences preferences) throws LuthierException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            DurableFiles.write(file, PreferencesCodec.write(preferences));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static Path folder(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return Path.of(
                    environment.getOrDefault(
                            "APPDATA", home.resolve("AppData/Roaming").toString()),
                    "Luthier");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Luthier");
        }
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // a relative path there is invalid by the XDG specification
        boolean usable = !configured.isBlank() && Path.of(configured).isAbsolute();
        return (usable ? Path.of(configured) : home.resolve(".config")).resolve("luthier");
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", ""));
    }

    private LuthierException failure(IOException e) {
        return new LuthierException(
                new Failure.DiskFailure(file.toString(), Messages.of("preferences.operation"), String.valueOf(e)), e);
    }
}
