package luthier.app.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is.
final class TextWidth {
    private TextWidth() {}

    static double of(String text, Font font) {
        if (text.isEmpty()) {
            return 0;
        }
        Text node = new Text(text);
        node.setFont(font);
        return Math.ceil(node.getLayoutBounds().getWidth());
    }
}
