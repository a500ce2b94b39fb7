package luthier.app.chart;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the charts of one grid share: where the cross-hair stands and which part of the horizontal axis is shown.
public final class ChartLink {
    private final DoubleProperty crosshair = new SimpleDoubleProperty(this, "crosshair", Double.NaN);
    private final ObjectProperty<@Nullable Range> view = new SimpleObjectProperty<>(this, "view");

    /// A value of the horizontal axis, NaN where there is no cross-hair.
    public DoubleProperty crosshair() {
        return crosshair;
    }

    /// Null shows everything.
    public ObjectProperty<@Nullable Range> view() {
        return view;
    }
}
