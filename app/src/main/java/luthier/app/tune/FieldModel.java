package luthier.app.tune;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import luthier.core.catalog.Field;
import org.jspecify.annotations.Nullable;

/// One setting on the page: what is typed, and what is wrong with it. What cannot be understood stays as it was typed.
public final class FieldModel {
    private final String key;
    private final @Nullable Field field;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean refreshing;

    /// @param field as its method describes it; null for settings that all runs have
    /// @param edited called when a person has changed the text
    FieldModel(String key, @Nullable Field field, Consumer<FieldModel> edited) {
        this.key = key;
        this.field = field;
        text.subscribe((_, _) -> {
            if (!refreshing) {
                edited.accept(this);
            }
        });
    }

    /// Dotted, as in `--set`.
    public String key() {
        return key;
    }

    public @Nullable Field field() {
        return field;
    }

    public StringProperty text() {
        return text;
    }

    /// Empty when all is well.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void setProblem(String sentence) {
        problem.set(sentence);
    }

    /// Shows what the draft says now. What is typed stays when it means the same: `0.0002` for `2e-4`.
    void refresh(String shown, boolean sameValue) {
        if (sameValue && !text.get().isBlank()) {
            return;
        }
        refreshing = true;
        text.set(shown);
        refreshing = false;
    }
}
