package luthier.app.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing drawn in a chart. What a layer's columns gain is drawn at the next look.
public sealed interface Layer {
    /// @param strength how much it stands out
    /// @param label at its right end, null for none
    /// @param run whose dashes it takes
    record Line(
            Series series,
            Ink ink,
            Strength strength,
            @Nullable String label,
            int run) implements Layer {}

    enum Strength {
        /// under a smoothed one
        FAINT,
        PLAIN,
        STRONG
    }

    /// Areas upon each other, the lowest first.
    record Stack(Column x, List<Band> bands, Total total) implements Layer {
        public Stack {
            bands = List.copyOf(bands);
        }
    }

    record Band(Column y, Ink ink, String label) {}

    /// Single points; the lowest has a ring.
    record Dots(Series series, Ink ink, String label) implements Layer {}

    /// A dashed line across the chart.
    record Level(double value, String label) implements Layer {}
}
