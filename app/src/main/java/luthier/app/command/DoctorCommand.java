package luthier.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Messages;
import luthier.app.worker.Answer;
import luthier.app.worker.Tasks;
import luthier.core.cuda.CudaFetch;
import luthier.core.run.Failure;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tells what the machine is and what is missing on it; on request fetches what a GPU needs.
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    private final Tasks tasks;
    private final Machine machine;
    private final Supplier<CudaFetch> cuda;
    private final Console console;

    @Option(names = "--json", descriptionKey = "option.json.answer")
    private boolean json;

    @Option(names = "--fetch-cuda", descriptionKey = "option.fetchCuda")
    private boolean fetchCuda;

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    public DoctorCommand(Tasks tasks, Machine machine, Supplier<CudaFetch> cuda, Console console) {
        this.tasks = tasks;
        this.machine = machine;
        this.cuda = cuda;
        this.console = console;
    }

    @Override
    public Integer call() throws LuthierException, InterruptedException {
        refuseWhatDoesNotGoTogether();
        return (fetchCuda ? new CudaDownload(cuda.get(), console).run(yes) : look()).code();
    }

    private void refuseWhatDoesNotGoTogether() throws LuthierException {
        if (fetchCuda ? json : yes) {
            throw new LuthierException(new Failure.InvalidSpec(
                    Messages.of("place.commandLine"),
                    fetchCuda ? "--json" : "--yes",
                    Messages.of(fetchCuda ? "doctor.json.notFetching" : "doctor.yes.fetchingOnly")));
        }
    }

    private ExitCode look() {
        List<MachineCheck> checks = checks();
        if (json) {
            console.out().println(JsonLine.write(Map.of("checks", checks)));
        } else {
            checks.forEach(check -> console.out().println(check.line()));
        }
        return checks.stream().allMatch(MachineCheck::ok) ? ExitCode.OK : ExitCode.MISSING;
    }

    // The engine knows most; where it cannot even start, this process says what it can see from outside.
    private List<MachineCheck> checks() {
        try {
            List<MachineCheck> checks = new ArrayList<>();
            for (Answer check : tasks.call("doctor", Map.of(), _ -> {}).objects("checks")) {
                checks.add(MachineCheck.of(check));
            }
            return checks;
        } catch (LuthierException e) {
            List<MachineCheck> checks = new ArrayList<>(machine.checks());
            checks.add(new MachineCheck(
                    Messages.of("doctor.engine"),
                    false,
                    FailureText.of(e.failure()),
                    Messages.of("doctor.engine.advice")));
            return checks;
        }
    }
}
