package luthier.app.chart;

import java.util.Locale;
import javafx.scene.paint.Color;

/// The colours of a chart by their part in it. A style sheet gives each one: `-lu-ink-series-1` and so on.
public enum Ink {
    SURFACE(Color.WHITE),
    SUNKEN(Color.WHITESMOKE),
    GRID(Color.LIGHTGRAY),
    AXIS(Color.GRAY),
    TEXT(Color.BLACK),
    MUTED(Color.DIMGRAY),
    SUBTLE(Color.DIMGRAY),
    ACCENT(Color.BLUE),
    DANGER(Color.RED),
    SERIES_1(Color.BLUE),
    SERIES_2(Color.ORANGERED),
    SERIES_3(Color.GREEN),
    SERIES_4(Color.PURPLE),
    SERIES_5(Color.BROWN),
    SERIES_6(Color.NAVY),
    SERIES_7(Color.GRAY),
    WEIGHTS(Color.SLATEGRAY),
    ADAPTERS(Color.BLUE),
    GRADIENTS(Color.ORANGERED),
    OPTIMIZER(Color.GOLDENROD),
    ACTIVATIONS(Color.TEAL),
    WORKSPACE(Color.GRAY);

    private static final double[][] SERIES_DASHES = {{}, {7, 3}, {}, {2, 3}, {10, 3}, {10, 3, 2, 3}, {}};
    private static final int SERIES = SERIES_DASHES.length;

    private final Color without;

    Ink(Color without) {
        this.without = without;
    }

    /// The colour where no style sheet gives one.
    public Color without() {
        return without;
    }

    public String cssName() {
        return "-lu-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The ink of the run with that index; after seven they begin again.
    public static Ink series(int index) {
        return values()[SERIES_1.ordinal() + Math.floorMod(index, SERIES)];
    }

    /// The dashes of that run's lines, none for a solid one.
    public static double[] dashes(int index) {
        return SERIES_DASHES[Math.floorMod(index, SERIES)].clone();
    }
}
