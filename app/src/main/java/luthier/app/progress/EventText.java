package luthier.app.progress;

import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// The sentence for an event that is worth a line of its own.
public final class EventText {
    private EventText() {}

    /// Null for events that only move the progress.
    public static @Nullable String of(RunEvent event) {
        return switch (event) {
            case RunEvent.Started started -> started(started);
            case RunEvent.Evaluated evaluated ->
                Messages.of(
                        "event.evaluated",
                        Figures.count(evaluated.step()),
                        Figures.loss(evaluated.loss()),
                        Figures.percent(evaluated.tokenAccuracy()));
            case RunEvent.Paused paused -> Messages.of("event.paused", Figures.count(paused.step()));
            case RunEvent.Resumed resumed -> Messages.of("event.resumed", Figures.count(resumed.step()));
            case RunEvent.Logged logged ->
                logged.level().equals("warning") ? Messages.of("event.warning", logged.message()) : logged.message();
            case RunEvent.Stepped _,
                    RunEvent.Checkpointed _,
                    RunEvent.Finished _,
                    RunEvent.Stopped _,
                    RunEvent.Failed _ -> null;
        };
    }

    private static String started(RunEvent.Started started) {
        String text = Messages.of(
                "event.started",
                started.run(),
                started.device(),
                started.threads(),
                Figures.count(started.trainableParameters()),
                Figures.count(started.totalParameters()),
                Figures.count(started.steps()));
        return started.resumedFrom() == 0
                ? text
                : text + Messages.of("event.started.resumed", Figures.count(started.resumedFrom()));
    }
}
