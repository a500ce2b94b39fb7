package luthier.app.run;

import luthier.app.chart.ChartFigures;
import luthier.app.history.Evaluation;
import luthier.app.history.RunJournal;
import luthier.app.history.RunState;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.progress.Averages;
import luthier.app.progress.RunProgress;

/// How a run stands, in the few words of its row.
final class Standing {
    private Standing() {}

    static String of(RunJournal journal, RunState state) {
        RunProgress progress = journal.progress();
        return switch (state) {
            case RUNNING, PAUSED ->
                progress.steps() == 0
                        ? Messages.of("runs.preparing")
                        : Messages.of("runs.step", Figures.count(progress.step()), Figures.count(progress.steps()));
            case FINISHED -> Messages.of("runs.result", loss(journal), Figures.duration(journal.secondsGone()));
            case STOPPED -> Messages.of("runs.stoppedAt", Figures.count(progress.step()));
            case FAILED, DIED -> Messages.of("runs.failedAt", Figures.count(progress.step()));
        };
    }

    // The best evaluation tells more than the last steps.
    private static String loss(RunJournal journal) {
        Evaluation best = journal.best();
        Averages averages = journal.progress().averages();
        return ChartFigures.of(best != null ? best.loss() : averages != null ? averages.loss() : Double.NaN);
    }
}
