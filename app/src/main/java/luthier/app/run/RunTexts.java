package luthier.app.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import luthier.app.history.RunJournal;
import luthier.app.history.RunState;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.progress.EndText;
import luthier.app.progress.RunProgress;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSpec;

/// The lines around a run's charts.
final class RunTexts {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private RunTexts() {}

    /// `lora · SmolLM2-135M · tickets.jsonl · started 14:02`.
    static String about(RunSpec spec, RunJournal journal) {
        List<String> parts = new ArrayList<>();
        parts.add(spec.tuning().id());
        parts.add(spec.optimizer().id());
        parts.add(name(spec.model()));
        parts.add(name(spec.data().train()));
        Instant begin = journal.begin();
        if (begin != null) {
            parts.add(Messages.of("runs.started", CLOCK.format(LocalTime.ofInstant(begin, ZoneId.systemDefault()))));
        }
        return String.join(" · ", parts);
    }

    static String step(RunJournal journal) {
        RunProgress progress = journal.progress();
        return Messages.of("runs.step", Figures.count(progress.step()), Figures.count(progress.steps()));
    }

    /// `epoch 2.31 · 29 min gone`.
    static String gone(RunJournal journal) {
        RunEvent.Stepped last = journal.lastStep();
        String time = Messages.of("runs.gone", Figures.duration(journal.secondsGone()));
        return last == null
                ? time
                : Messages.of("runs.epoch", String.format(java.util.Locale.ROOT, "%.2f", last.epoch())) + "   " + time;
    }

    /// Empty for a run that has ended or whose speed is not known yet.
    static String left(RunJournal journal, RunState state) {
        RunProgress progress = journal.progress();
        return state == RunState.RUNNING && progress.averages() != null
                ? Messages.of("progress.left", Figures.duration(progress.secondsLeft()))
                : "";
    }

    /// What is to be said about the end; empty while the run goes on.
    static String end(RunJournal journal, RunState state, Path folder) {
        RunEvent end = journal.progress().end();
        if (end != null) {
            return switch (end) {
                case RunEvent.Finished finished -> EndText.ledger(finished.ledger());
                case RunEvent.Stopped stopped -> EndText.ledger(stopped.ledger());
                default -> EndText.of(end, folder);
            };
        }
        return state == RunState.DIED ? Messages.of("runs.died") : "";
    }

    static String resume(RunJournal journal) {
        return journal.checkpointStep() == 0
                ? Messages.of("runs.resumeFromBeginning")
                : Messages.of("runs.resumeFrom", Figures.count(journal.checkpointStep()));
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
