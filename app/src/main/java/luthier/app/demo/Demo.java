package luthier.app.demo;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.progress.RunSession;
import luthier.app.quickstart.TicketAnswer;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.Chat;
import luthier.app.worker.ChatSettings;
import luthier.app.worker.Runs;
import luthier.app.worker.Tasks;
import luthier.core.run.LuthierException;
import luthier.core.run.ProjectCodec;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// Teaches the quickstart model to answer support tickets in a fixed form, and measures on tickets it never saw.
public final class Demo {
    private static final int SHOWN = 3;
    private static final int MEASURED = 20;
    private static final int LONGEST_ANSWER = 80;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final QuickstartFiles files;
    private final Runs runs;
    private final Tasks tasks;
    private final RunSession session;
    private final Console console;

    public Demo(QuickstartFiles files, Runs runs, Tasks tasks, RunSession session, Console console) {
        this.files = files;
        this.runs = runs;
        this.tasks = tasks;
        this.session = session;
        this.console = console;
    }

    public ExitCode run(Path folder, boolean overwrite) throws LuthierException, InterruptedException {
        files.copyTo(folder, overwrite);
        RunSpec spec = ProjectCodec.read(folder.resolve("quickstart.luthier"))
                .project()
                .specs()
                .getFirst();
        List<Ticket> tickets = Ticket.read(folder.resolve("tickets-heldout.jsonl"), MEASURED);

        say(Messages.of("demo.before", tickets.size()));
        List<String> before = answers(spec, null, tickets);
        show(tickets, before);

        say(Messages.of("demo.training"));
        Path runFolder = folder.resolve("runs")
                .resolve(spec.name() + "-" + LocalDateTime.now().format(TIME));
        ActiveRun run = runs.start(spec, runFolder);
        RunSession.Outcome outcome = session.follow(run, false);
        if (outcome.exitCode() != ExitCode.OK) {
            return outcome.exitCode();
        }

        say(Messages.of("demo.after"));
        Path adapter = run.folder().output();
        List<String> after = answers(spec, adapter, tickets);
        show(tickets, after);

        say(Messages.of("demo.measured", tickets.size(), exact(before, tickets), exact(after, tickets)));
        console.out().println(Messages.of("demo.next", run.folder().path()));
        return ExitCode.OK;
    }

    private List<String> answers(RunSpec spec, @Nullable Path adapter, List<Ticket> tickets) throws LuthierException {
        ChatSettings settings = new ChatSettings(
                spec.model(),
                adapter,
                spec.precision(),
                LONGEST_ANSWER,
                0,
                1,
                spec.training().seed(),
                null);
        List<String> answers = new ArrayList<>();
        try (Chat chat = Chat.open(tasks, settings)) {
            for (Ticket ticket : tickets) {
                answers.add(chat.answerAlone(ticket.question()).strip());
            }
        }
        return answers;
    }

    private void show(List<Ticket> tickets, List<String> answers) {
        for (int i = 0; i < Math.min(SHOWN, tickets.size()); i++) {
            console.out().println(Messages.of("demo.ticket", tickets.get(i).question()));
            console.out().println(answers.get(i).indent(4));
        }
    }

    private static String exact(List<String> answers, List<Ticket> tickets) {
        return Figures.percent(TicketAnswer.exactShare(
                answers, tickets.stream().map(Ticket::expected).toList()));
    }

    private void say(String text) {
        console.out().println("\n" + text);
    }
}
