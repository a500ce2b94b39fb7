package luthier.app.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A choice of two to four short words, all seen.
public final class Segments extends HBox {
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param words by id
    /// @param choose called with the id a person chooses
    public Segments(Map<String, String> words, Consumer<String> choose) {
        getStyleClass().add("seg");
        ToggleGroup group = new ToggleGroup();
        words.forEach((id, word) -> {
            ToggleButton button = new ToggleButton(word);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(_ -> {
                // a second click on the chosen one leaves it chosen
                button.setSelected(true);
                choose.accept(id);
            });
            buttons.put(id, button);
            getChildren().add(button);
        });
    }

    public void setChosen(@Nullable String id) {
        buttons.forEach((each, button) -> button.setSelected(each.equals(id)));
    }
}
