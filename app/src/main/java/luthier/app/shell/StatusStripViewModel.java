package luthier.app.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The line at the window's foot: the run that goes on.
public final class StatusStripViewModel {
    private final ReadOnlyObjectProperty<@Nullable RunStatus> status;

    public StatusStripViewModel(ActiveRuns runs) {
        this.status = runs.status();
    }

    public ObservableValue<Boolean> running() {
        return status.map(_ -> true).orElse(false);
    }

    public ObservableValue<Boolean> paused() {
        return status.map(RunStatus::paused).orElse(false);
    }

    public ObservableValue<String> name() {
        return status.map(RunStatus::name).orElse("");
    }

    /// Step, loss, speed, memory and what is left, as far as known.
    public ObservableValue<String> figures() {
        return status.map(StatusStripViewModel::figures).orElse("");
    }

    public ObservableValue<String> percent() {
        return status.map(run -> run.share() < 0 ? "" : Math.round(100 * run.share()) + " %")
                .orElse("");
    }

    public ObservableValue<Number> share() {
        return status.<Number>map(RunStatus::share).orElse(0);
    }

    private static String figures(RunStatus run) {
        StringBuilder text = new StringBuilder();
        add(text, run.paused() ? Messages.of("strip.paused") : "");
        add(
                text,
                run.steps() > 0
                        ? Messages.of("strip.step", Figures.count(run.step()), Figures.count(run.steps()))
                        : Messages.of("strip.preparing"));
        add(text, run.step() > 0 ? Messages.of("strip.loss", Figures.loss(run.loss())) : "");
        add(text, run.tokensPerSecond() > 0 ? Messages.of("strip.speed", Figures.rate(run.tokensPerSecond())) : "");
        add(text, run.memoryBytes() > 0 ? Figures.bytes(run.memoryBytes()) : "");
        add(text, run.secondsLeft() > 0 ? Messages.of("strip.left", Figures.duration(run.secondsLeft())) : "");
        return text.toString();
    }

    private static void add(StringBuilder text, String part) {
        if (!part.isEmpty()) {
            text.append(text.isEmpty() ? "" : "     ").append(part);
        }
    }
}
