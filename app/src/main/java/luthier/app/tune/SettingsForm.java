package luthier.app.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.layout.VBox;
import luthier.core.catalog.Field;

/// A form for the settings of a method, made of what the method says of them. Simple shows the first few; the others
/// fold away.
public final class SettingsForm extends VBox {
    private static final int SIMPLE_NUMBERS = 3;

    private final List<FieldRow> folding = new ArrayList<>();

    /// @param axis `tuning` or `optimizer`
    /// @param models gives the model of a dotted key
    public SettingsForm(String axis, String id, List<Field> fields, BiFunction<String, Field, FieldModel> models) {
        getStyleClass().add("settings-form");
        int numbers = 0;
        boolean sites = false;
        for (Field field : fields) {
            FieldRow row = new FieldRow(
                    models.apply(axis + "." + field.name(), field), FieldTexts.of(axis, id, field.name()), field);
            getChildren().add(row);
            boolean simple = switch (field) {
                case Field.IntField _, Field.DecimalField _ -> numbers++ < SIMPLE_NUMBERS;
                case Field.SitesField _ -> !sites;
                case Field.BooleanField _, Field.ChoiceField _, Field.PatternField _ -> false;
            };
            sites = sites || field instanceof Field.SitesField;
            if (!simple) {
                folding.add(row);
            }
        }
    }

    /// @param advanced whether all settings are shown
    public void setAdvanced(boolean advanced) {
        folding.forEach(row -> {
            row.setVisible(advanced);
            row.setManaged(advanced);
        });
    }
}
