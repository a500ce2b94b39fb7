package luthier.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import luthier.core.run.MemoryCause;
import luthier.core.run.RunEvent;

/// All charts of a run. A new one is an entry here and its labels.
public final class Charts {
    /// Evaluations are drawn upon this one.
    public static final Chart LOSS =
            new Chart("loss", Unit.NONE, true, List.of(new Curve("loss", Curve.Form.SMOOTHED, RunEvent.Stepped::loss)));

    /// A prediction is drawn upon this one.
    public static final Chart MEMORY = new Chart("memory", Unit.GIBIBYTES, true, memory());

    public static final List<Chart> ALL = List.of(
            LOSS,
            MEMORY,
            line("tokensPerSecond", Unit.TOKENS_PER_SECOND, step -> 1000 * step.tokens() / step.stepMillis()),
            line("stepTime", Unit.MILLISECONDS, RunEvent.Stepped::stepMillis),
            line("learningRate", Unit.NONE, RunEvent.Stepped::learningRate),
            line("gradientNorm", Unit.NONE, RunEvent.Stepped::gradientNorm));

    private Charts() {}

    /// Every curve of every chart, in order.
    public static List<Curve> curves() {
        return ALL.stream().flatMap(chart -> chart.curves().stream()).toList();
    }

    private static Chart line(String key, Unit unit, ToDoubleFunction<RunEvent.Stepped> value) {
        return new Chart(key, unit, false, List.of(new Curve(key, Curve.Form.LINE, value)));
    }

    private static List<Curve> memory() {
        List<Curve> curves = new ArrayList<>();
        for (MemoryCause cause : MemoryCause.values()) {
            // the runtime is not counted by the engine; the resident line above the areas holds it
            if (cause != MemoryCause.RUNTIME) {
                curves.add(new Curve(
                        cause.name().toLowerCase(Locale.ROOT),
                        Curve.Form.STACKED,
                        step -> step.memory().bytes().getOrDefault(cause, 0L)));
            }
        }
        curves.add(
                new Curve("resident", Curve.Form.OUTLINE, step -> step.memory().residentBytes()));
        return curves;
    }
}
