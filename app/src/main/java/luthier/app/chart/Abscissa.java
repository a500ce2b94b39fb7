package luthier.app.chart;

/// What runs along the horizontal axis.
public enum Abscissa {
    STEP,
    TOKENS,
    /// seconds since the run began, pauses included
    TIME
}
