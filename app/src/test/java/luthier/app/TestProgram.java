package luthier.app;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import luthier.app.command.Machine;
import luthier.app.console.Console;
import luthier.app.demo.QuickstartFiles;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import luthier.core.cuda.CudaFetch;
import luthier.core.cuda.CudaLibraries;
import picocli.CommandLine;

/// The whole program over a worker that a test makes up; what it prints is kept.
public final class TestProgram {
    public final StringWriter out = new StringWriter();
    public final StringWriter err = new StringWriter();
    private final CommandLine commandLine;

    private TestProgram(ScriptedRuns runs, ScriptedTasks tasks, QuickstartFiles quickstart, String input) {
        Console console = new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), new BufferedReader(new StringReader(input)), 0);
        Machine machine = new Machine("lib/pytorch-native-cpu-2.7.1-linux-x86_64.jar", Path.of("/nowhere"));
        CudaLibraries libraries = new CudaLibraries(Path.of("/nowhere"), "linux-x86_64");
        CudaFetch cuda = new CudaFetch("http://localhost:1", libraries, _ -> 0);
        commandLine = new Wiring(runs, tasks, runs, machine, () -> cuda, quickstart, console).commandLine();
    }

    public static TestProgram of(ScriptedTasks tasks) {
        return of(tasks, "");
    }

    public static TestProgram of(ScriptedTasks tasks, String input) {
        return new TestProgram(new ScriptedRuns(List.of(), 0), tasks, QuickstartFiles.shipped(), input);
    }

    public static TestProgram of(ScriptedRuns runs, ScriptedTasks tasks) {
        return new TestProgram(runs, tasks, QuickstartFiles.shipped(), "");
    }

    public static TestProgram of(ScriptedRuns runs, ScriptedTasks tasks, QuickstartFiles quickstart) {
        return new TestProgram(runs, tasks, quickstart, "");
    }

    /// A program whose worker must not be asked.
    public static TestProgram withoutWorker() {
        return of(new ScriptedTasks((task, _) -> {
            throw new AssertionError("no worker in this test, asked for " + task);
        }));
    }

    public int run(String... arguments) {
        return commandLine.execute(arguments);
    }

    public CommandLine commandLine() {
        return commandLine;
    }
}
