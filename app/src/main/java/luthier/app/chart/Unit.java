package luthier.app.chart;

/// What a chart's numbers are counted in.
public enum Unit {
    NONE(1),
    GIBIBYTES(1.0 / (1L << 30)),
    TOKENS_PER_SECOND(1),
    MILLISECONDS(1);

    private final double scale;

    Unit(double scale) {
        this.scale = scale;
    }

    /// What a measured value is multiplied by to be shown.
    public double scale() {
        return scale;
    }

    /// Whether values of this unit are only read against 0.
    public boolean fromZero() {
        return this != NONE;
    }
}
