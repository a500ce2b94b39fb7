package luthier.app.shell;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
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
        return shown(_ -> true, false);
    }

    public ObservableValue<Boolean> paused() {
        return shown(RunStatus::paused, false);
    }

    public ObservableValue<String> name() {
        return shown(RunStatus::name, "");
    }

    /// Step, loss, speed, memory and what is left, as far as known.
    public ObservableValue<String> figures() {
        return shown(StatusStripViewModel::figures, "");
    }

    public ObservableValue<String> percent() {
        return shown(run -> run.share() < 0 ? "" : Math.round(100 * run.share()) + " %", "");
    }

    public ObservableValue<Number> share() {
        return shown(RunStatus::share, 0);
    }

    private <T> ObservableValue<T> shown(Function<RunStatus, T> figure, T none) {
        return Bindings.createObjectBinding(
                () -> {
                    RunStatus run = status.get();
                    return run == null ? none : figure.apply(run);
                },
                status);
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
