package luthier.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Messages;
import luthier.app.plan.Plan;
import luthier.app.plan.Planner;
import luthier.app.progress.RunSession;
import luthier.app.worker.FreshFolder;
import luthier.app.worker.Runs;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Trains.
@Command(name = "run", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private final Runs runs;
    private final Planner planner;
    private final RunSession session;
    private final Console console;

    @Parameters(paramLabel = "PROJECT", descriptionKey = "parameter.project")
    private Path project = Path.of("");

    @Mixin
    private RunSelection selection = new RunSelection();

    @Option(names = "--output", paramLabel = "FOLDER", descriptionKey = "option.output")
    private @Nullable Path output;

    @Option(names = "--json", descriptionKey = "option.json.events")
    private boolean json;

    @Option(names = "--force", descriptionKey = "option.force")
    private boolean force;

    public RunCommand(Runs runs, Planner planner, RunSession session, Console console) {
        this.runs = runs;
        this.planner = planner;
        this.session = session;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException, InterruptedException {
        RunSpec spec = selection.of(project, console);
        Plan plan = planner.plan(spec, false, _ -> {});
        if (!plan.fits()) {
            PlanTable.of(spec, plan).forEach(console.err()::println);
            if (!force) {
                console.err().println(Messages.of("run.refused"));
                return ExitCode.DOES_NOT_FIT.code();
            }
            // The worker checks once more; this property is handed on to it.
            System.setProperty("luthier.force", "true");
            console.err().println(Messages.of("run.forced"));
        }
        Path folder = output == null ? FreshFolder.of(project, spec) : output;
        return session.follow(runs.start(spec, folder), json).exitCode().code();
    }
}
