package luthier.app.fx;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Shows its content larger. Everything grows alike, so that nothing of a layout depends on the size of its text.
final class ScaledPane extends Region {
    private final Scale scale = new Scale(1, 1);
    private @Nullable Parent content;

    void setContent(Parent shown) {
        content = shown;
        shown.getTransforms().add(scale);
        getChildren().setAll(shown);
    }

    void setFactor(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (content != null) {
            content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
