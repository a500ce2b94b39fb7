package luthier.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.app.i18n.Messages;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.OpenedProject;
import luthier.core.run.Project;
import luthier.core.run.ProjectCodec;

/// A project and the file it was read from.
///
/// @param file absolute
/// @param text of the file as it was read or written last
public record ProjectFile(Path file, Project project, String text) {
    static ProjectFile read(Path file) throws LuthierException {
        Path absolute = file.toAbsolutePath().normalize();
        OpenedProject opened = ProjectCodec.read(absolute);
        return new ProjectFile(absolute, opened.project(), textOf(absolute));
    }

    static ProjectFile create(Path file, Project project) throws LuthierException {
        Path absolute = file.toAbsolutePath().normalize();
        ProjectCodec.write(project, absolute);
        return new ProjectFile(absolute, project, textOf(absolute));
    }

    /// Writes the changed project, unless someone else has changed the file meanwhile.
    ProjectFile with(Project changed) throws LuthierException {
        if (!textOf(file).equals(text)) {
            throw new LuthierException(
                    new Failure.InvalidSpec(file.toString(), "file", Messages.of("project.changedOutside")));
        }
        return create(file, changed);
    }

    public Path folder() {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    private static String textOf(Path file) throws LuthierException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.DiskFailure(file.toString(), Messages.of("project.operation"), String.valueOf(e)), e);
        }
    }
}
