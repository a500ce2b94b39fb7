package luthier.app.project;

import java.nio.file.Files;
import java.nio.file.Path;
import luthier.app.demo.QuickstartFiles;
import luthier.core.run.LuthierException;

/// The project that comes with the program.
///
/// @param folder where it is unpacked
public record SampleProject(QuickstartFiles files, Path folder) {
    private static final String FILE = "quickstart.luthier";
    private static final String PLACE_PROPERTY = "luthier.projects";

    /// Below the person's home folder.
    public static SampleProject ofThisPerson(QuickstartFiles files) {
        String given = System.getProperty(PLACE_PROPERTY, "");
        Path projects = given.isBlank() ? Path.of(System.getProperty("user.home", ""), "Luthier") : Path.of(given);
        return new SampleProject(files, projects.resolve("quickstart"));
    }

    /// Its project file; what is there already is left as it is.
    Path unpacked() throws LuthierException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            files.copyTo(folder, false);
        }
        return file;
    }
}
