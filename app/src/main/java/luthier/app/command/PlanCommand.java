package luthier.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.plan.Plan;
import luthier.app.plan.Planner;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what a run will need, before it is begun.
@Command(name = "plan", mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
    private final Planner planner;
    private final Console console;

    @Parameters(paramLabel = "PROJECT", descriptionKey = "parameter.project")
    private Path project = Path.of("");

    @Mixin
    private RunSelection selection = new RunSelection();

    @Option(names = "--measure", descriptionKey = "option.measure")
    private boolean measure;

    @Option(names = "--json", descriptionKey = "option.json.answer")
    private boolean json;

    public PlanCommand(Planner planner, Console console) {
        this.planner = planner;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException {
        RunSpec spec = selection.of(project, console);
        Plan plan = planner.plan(spec, measure, TaskProgress.on(console));
        if (json) {
            console.out().println(plan.answer().json());
        } else {
            PlanTable.of(spec, plan).forEach(console.out()::println);
        }
        return (plan.fits() ? ExitCode.OK : ExitCode.DOES_NOT_FIT).code();
    }
}
