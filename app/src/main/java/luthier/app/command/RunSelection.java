package luthier.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import luthier.app.console.Console;
import luthier.app.i18n.Messages;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.OpenedProject;
import luthier.core.run.Overrides;
import luthier.core.run.Project;
import luthier.core.run.ProjectCodec;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which run of a project is meant, and what is changed about it.
public final class RunSelection {
    @Option(names = "--run", paramLabel = "NAME", descriptionKey = "option.run")
    private @Nullable String run;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "option.set")
    private List<String> changes = new ArrayList<>();

    /// The run's specification; warnings about the project file go to the console.
    RunSpec of(Path projectFile, Console console) throws LuthierException {
        OpenedProject opened = ProjectCodec.read(projectFile);
        opened.warnings().forEach(warning -> console.err().println(Messages.of("event.warning", warning)));
        return changed(opened.project().spec(run == null ? onlyRun(projectFile, opened.project()) : run));
    }

    /// The specification with the changes of the command line.
    RunSpec changed(RunSpec spec) throws LuthierException {
        return Overrides.apply(spec, changes);
    }

    private static String onlyRun(Path projectFile, Project project) throws LuthierException {
        if (project.runs().size() == 1) {
            return project.runs().getFirst().name();
        }
        String names = project.runs().stream().map(Project.Run::name).collect(Collectors.joining(", "));
        throw new LuthierException(new Failure.InvalidSpec(
                projectFile.toString(),
                "runs",
                names.isEmpty() ? Messages.of("project.noRun") : Messages.of("project.severalRuns", names)));
    }
}
