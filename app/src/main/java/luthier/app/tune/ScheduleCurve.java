package luthier.app.tune;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import luthier.app.fx.Palette;
import luthier.core.run.TrainingSpec;
import org.jspecify.annotations.Nullable;

/// How the learning rate moves over a run, drawn by the function that the engine uses.
public final class ScheduleCurve extends Region {
    private static final double INSET = 2;

    private final Canvas canvas = new Canvas();
    private final ObjectProperty<@Nullable Shape> shape = new SimpleObjectProperty<>();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);

    /// @param steps of the whole run
    public record Shape(TrainingSpec training, long steps) {}

    public ScheduleCurve() {
        getChildren().add(canvas);
        setMinHeight(32);
        shape.subscribe(() -> draw(shape.get(), palette.get()));
        palette.subscribe(() -> draw(shape.get(), palette.get()));
    }

    public ObjectProperty<@Nullable Shape> shape() {
        return shape;
    }

    public ObjectProperty<Palette> palette() {
        return palette;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        draw(shape.get(), palette.get());
    }

    private void draw(@Nullable Shape what, @Nullable Palette colours) {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (what == null || colours == null || width <= 2 * INSET || what.steps() <= 0) {
            return;
        }
        g.setStroke(colours.borderStrong());
        g.setLineWidth(1);
        g.strokeLine(0, height - 0.5, width, height - 0.5);
        g.setStroke(colours.accentForeground());
        g.setLineWidth(2);
        g.beginPath();
        long warmup = what.training().warmup(what.steps());
        for (double x = INSET; x <= width - INSET; x++) {
            long step = Math.round((x - INSET) / (width - 2 * INSET) * what.steps());
            double factor = what.training().schedule().factor(step, warmup, what.steps());
            double y = height - INSET - factor * (height - 2 * INSET);
            if (x == INSET) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
    }
}
