package luthier.app.chart;

import java.util.function.ToDoubleFunction;
import luthier.core.run.RunEvent;

/// One figure of every step.
///
/// @param key of its label, below `chart.curve.`
/// @param value as it was measured; NaN where the step has none
public record Curve(String key, Form form, ToDoubleFunction<RunEvent.Stepped> value) {
    /// How it is drawn.
    public enum Form {
        LINE,
        /// faint, with its moving average over it
        SMOOTHED,
        /// upon the areas before it
        STACKED,
        /// in the colour of text, above areas
        OUTLINE
    }
}
