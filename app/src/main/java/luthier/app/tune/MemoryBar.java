package luthier.app.tune;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import luthier.app.fx.Palette;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// A run's memory: its share of the whole machine, and below, widened, what it is made of. Estimated parts are
/// hatched, measured ones solid.
public final class MemoryBar extends Region {
    private static final double MACHINE = 8;
    private static final double WEDGE = 26;
    private static final double RUN = 28;
    private static final double HATCH = 6;
    private static final double TINT = 0.45;

    private final Canvas canvas = new Canvas();
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.NOTHING);
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);

    /// What is drawn.
    ///
    /// @param bytes of the run, by cause
    /// @param usedByOthers bytes of the machine that are taken already
    /// @param machine bytes it has
    public record Shown(Map<MemoryCause, Long> bytes, long usedByOthers, long machine, boolean measured) {
        /// An empty bar.
        public static final Shown NOTHING = new Shown(Map.of(), 0, 0, false);

        public Shown {
            bytes = Map.copyOf(bytes);
        }

        long total() {
            return bytes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public MemoryBar() {
        getStyleClass().add("memory-bar");
        getChildren().add(canvas);
        setMinHeight(MACHINE + WEDGE + RUN);
        setPrefHeight(MACHINE + WEDGE + RUN);
        setMaxHeight(MACHINE + WEDGE + RUN);
        shown.subscribe(() -> draw(shown.get(), palette.get()));
        palette.subscribe(() -> draw(shown.get(), palette.get()));
    }

    public ObjectProperty<Shown> shown() {
        return shown;
    }

    public ObjectProperty<Palette> palette() {
        return palette;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(MACHINE + WEDGE + RUN);
        draw(shown.get(), palette.get());
    }

    private void draw(@Nullable Shown what, @Nullable Palette colours) {
        double width = canvas.getWidth();
        if (what == null || colours == null || width <= 0) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, canvas.getHeight());
        g.setFill(colours.hover());
        g.fillRoundRect(0, 0, width, MACHINE, MACHINE, MACHINE);
        if (what.machine() > 0) {
            double others = width * Math.min(1, (double) what.usedByOthers() / what.machine());
            double own = Math.max(2, width * Math.min(1, (double) what.total() / what.machine()));
            double from = Math.min(others, width - own);
            g.setFill(colours.borderStrong());
            g.fillRoundRect(0, 0, from, MACHINE, MACHINE, MACHINE);
            g.setFill(what.total() > what.machine() - what.usedByOthers() ? colours.danger() : colours.accent());
            g.fillRect(from, 0, own, MACHINE);
            g.setFill(colours.accentSubtle());
            g.fillPolygon(
                    new double[] {from, from + own, width, 0},
                    new double[] {MACHINE, MACHINE, MACHINE + WEDGE, MACHINE + WEDGE},
                    4);
        }
        parts(g, what, colours, width);
    }

    private static void parts(GraphicsContext g, Shown what, Palette colours, double width) {
        double top = MACHINE + WEDGE;
        double x = 0;
        for (MemoryCause cause : List.of(MemoryCause.values())) {
            long bytes = what.bytes().getOrDefault(cause, 0L);
            double part = what.total() == 0 ? 0 : width * bytes / what.total();
            if (part >= 0.5) {
                Color colour = colours.memory().getOrDefault(cause, colours.muted());
                // a pixel of surface between two parts
                fill(g, colour, x, top, Math.max(1, part - 1), what.measured());
            }
            x += part;
        }
        if (what.total() == 0) {
            g.setFill(colours.sunken());
            g.fillRect(0, top, width, RUN);
        }
    }

    private static void fill(GraphicsContext g, Color colour, double x, double y, double width, boolean solid) {
        if (solid) {
            g.setFill(colour);
            g.fillRect(x, y, width, RUN);
            return;
        }
        g.setFill(colour.deriveColor(0, 1, 1, TINT));
        g.fillRect(x, y, width, RUN);
        g.save();
        g.beginPath();
        g.rect(x, y, width, RUN);
        g.clip();
        g.setStroke(colour);
        g.setLineWidth(HATCH / 2);
        for (double at = Math.floor((x - RUN) / HATCH) * HATCH; at < x + width; at += HATCH) {
            g.strokeLine(at, y + RUN, at + RUN, y);
        }
        g.restore();
    }
}
