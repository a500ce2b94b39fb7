package luthier.app.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import luthier.core.catalog.Field;

/// The methods of an axis as a list to choose from; the chosen one opens in place and shows its settings.
public final class MethodList extends VBox {
    private final String axis;
    private final Map<String, List<Field>> methods;
    private final BiFunction<String, Field, FieldModel> models;
    private final Map<String, VBox> options = new LinkedHashMap<>();
    private final Map<String, RadioButton> buttons = new LinkedHashMap<>();
    private boolean advanced;
    private String chosen = "";

    /// @param methods by id, in the order of the list
    /// @param choose called with the id a person chooses
    public MethodList(
            String axis,
            Map<String, List<Field>> methods,
            BiFunction<String, Field, FieldModel> models,
            Consumer<String> choose) {
        this.axis = axis;
        this.methods = methods;
        this.models = models;
        getStyleClass().add("method-list");
        ToggleGroup group = new ToggleGroup();
        for (String id : methods.keySet()) {
            RadioButton button = new RadioButton(FieldTexts.method(axis, id));
            button.setToggleGroup(group);
            button.setId(axis + "." + id);
            button.setOnAction(_ -> choose.accept(id));
            VBox option = new VBox(button);
            option.getStyleClass().add("opt");
            buttons.put(id, button);
            options.put(id, option);
            getChildren().add(option);
        }
    }

    /// Shows which one the draft has.
    public void setChosen(String id) {
        if (id.equals(chosen)) {
            return;
        }
        chosen = id;
        options.forEach((each, option) -> {
            boolean open = each.equals(id);
            option.getStyleClass().remove("opt-open");
            option.getChildren().setAll(buttons.get(each));
            RadioButton button = buttons.get(each);
            if (button != null) {
                button.setSelected(open);
            }
            List<Field> fields = methods.getOrDefault(each, List.of());
            if (open) {
                option.getStyleClass().add("opt-open");
                if (!fields.isEmpty()) {
                    SettingsForm form = new SettingsForm(axis, id, fields, models);
                    form.setAdvanced(advanced);
                    option.getChildren().add(form);
                }
            }
        });
    }

    /// @param all whether every setting is shown
    public void setAdvanced(boolean all) {
        advanced = all;
        options.values().stream()
                .flatMap(option -> option.getChildren().stream())
                .filter(SettingsForm.class::isInstance)
                .map(SettingsForm.class::cast)
                .forEach(form -> form.setAdvanced(all));
    }
}
