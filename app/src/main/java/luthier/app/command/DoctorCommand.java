package luthier.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Messages;
import luthier.app.worker.Answer;
import luthier.app.worker.Tasks;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tells what the machine is and what is missing on it.
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    private final Tasks tasks;
    private final Machine machine;
    private final Console console;

    @Option(names = "--json", descriptionKey = "option.json.answer")
    private boolean json;

    public DoctorCommand(Tasks tasks, Machine machine, Console console) {
        this.tasks = tasks;
        this.machine = machine;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<MachineCheck> checks = checks();
        if (json) {
            console.out().println(JsonLine.write(Map.of("checks", checks)));
        } else {
            checks.forEach(check -> console.out().println(check.line()));
        }
        return (checks.stream().allMatch(MachineCheck::ok) ? ExitCode.OK : ExitCode.MISSING).code();
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
