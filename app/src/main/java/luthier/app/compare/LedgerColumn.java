package luthier.app.compare;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import luthier.app.chart.ChartFigures;
import luthier.app.i18n.Messages;

/// A figure by which runs are compared.
public enum LedgerColumn {
    TRAINED(LedgerRow::trainedParameters, false, 1e-6),
    LOSS(LedgerRow::loss, false, 1),
    PEAK(LedgerRow::peakBytes, false, 1.0 / (1 << 30)),
    TIME(LedgerRow::seconds, false, 1.0 / 60),
    SPEED(LedgerRow::tokensPerSecond, true, 1);

    private final ToDoubleFunction<LedgerRow> figure;
    private final boolean moreIsBetter;
    private final double axisScale;

    LedgerColumn(ToDoubleFunction<LedgerRow> figure, boolean moreIsBetter, double axisScale) {
        this.figure = figure;
        this.moreIsBetter = moreIsBetter;
        this.axisScale = axisScale;
    }

    public double of(LedgerRow row) {
        return figure.applyAsDouble(row);
    }

    /// The figure in the unit of an axis: millions, GiB, minutes.
    public double onAxis(LedgerRow row) {
        return of(row) * axisScale;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// A figure that is better the lower it is.
    public double cost(LedgerRow row) {
        return moreIsBetter ? -of(row) : of(row);
    }

    /// With its unit in brackets.
    public String title() {
        return Messages.of("compare.column." + name().toLowerCase(Locale.ROOT));
    }

    public String text(LedgerRow row) {
        double value = of(row);
        if (!Double.isFinite(value)) {
            return "–";
        }
        return ChartFigures.of(onAxis(row));
    }
}
