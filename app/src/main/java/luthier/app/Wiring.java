package luthier.app;

import java.util.function.Supplier;
import luthier.app.command.ChatCommand;
import luthier.app.command.DemoCommand;
import luthier.app.command.DoctorCommand;
import luthier.app.command.EvalCommand;
import luthier.app.command.ExportCommand;
import luthier.app.command.ImportCommand;
import luthier.app.command.LogitsCommand;
import luthier.app.command.Machine;
import luthier.app.command.PlanCommand;
import luthier.app.command.ResumeCommand;
import luthier.app.command.RootCommand;
import luthier.app.command.RunCommand;
import luthier.app.command.RunsCommand;
import luthier.app.console.Console;
import luthier.app.demo.Demo;
import luthier.app.demo.QuickstartFiles;
import luthier.app.i18n.Messages;
import luthier.app.plan.Planner;
import luthier.app.progress.RunSession;
import luthier.app.worker.Interrupts;
import luthier.app.worker.ProcessRuns;
import luthier.app.worker.ProcessTasks;
import luthier.app.worker.Runs;
import luthier.app.worker.SignalInterrupts;
import luthier.app.worker.Tasks;
import luthier.core.client.RunLauncher;
import luthier.core.client.TaskClient;
import luthier.core.client.WorkerCommand;
import luthier.core.cuda.CudaFetch;
import picocli.CommandLine;

/// How the parts are put together.
record Wiring(
        Runs runs,
        Tasks tasks,
        Interrupts interrupts,
        Machine machine,
        Supplier<CudaFetch> cuda,
        QuickstartFiles quickstart,
        Console console) {
    static Wiring ofThisProgram() {
        WorkerCommand worker = WorkerCommand.ofThisProgram();
        return new Wiring(
                new ProcessRuns(new RunLauncher(worker)),
                new ProcessTasks(new TaskClient(worker)),
                new SignalInterrupts(),
                Machine.thisOne(),
                CudaFetch::ofThisMachine,
                QuickstartFiles.shipped(),
                Console.ofThisProcess());
    }

    CommandLine commandLine() {
        RunSession session = new RunSession(console, interrupts);
        Planner planner = new Planner(tasks);
        CommandErrors errors = new CommandErrors(console);
        CommandLine commandLine = new CommandLine(new RootCommand())
                .addSubcommand(new RunCommand(runs, planner, session, console))
                .addSubcommand(new ResumeCommand(runs, session))
                .addSubcommand(new PlanCommand(planner, console))
                .addSubcommand(new EvalCommand(tasks, console))
                .addSubcommand(new ChatCommand(tasks, console))
                .addSubcommand(new ExportCommand(tasks, console))
                .addSubcommand(new LogitsCommand(tasks, console))
                .addSubcommand(new ImportCommand(tasks, console))
                .addSubcommand(new DoctorCommand(tasks, machine, cuda, console))
                .addSubcommand(new RunsCommand(runs, console))
                .addSubcommand(new DemoCommand(new Demo(quickstart, runs, tasks, session, console)))
                .addSubcommand(new CommandLine.HelpCommand());
        return commandLine
                .setResourceBundle(Messages.forHelp())
                .setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
