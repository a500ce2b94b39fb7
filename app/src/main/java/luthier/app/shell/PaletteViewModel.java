package luthier.app.shell;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The command palette: every action there is, narrowed by what is typed.
public final class PaletteViewModel {
    private final List<Action> actions;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Action> matches = FXCollections.observableArrayList();

    public PaletteViewModel(List<Action> actions) {
        this.actions = List.copyOf(actions);
        query.subscribe(_ -> narrow());
        open.subscribe(isOpen -> {
            if (isOpen) {
                query.set("");
                narrow();
            }
        });
    }

    public BooleanProperty open() {
        return open;
    }

    public StringProperty query() {
        return query;
    }

    /// What is possible now and has every typed word in its text.
    public ObservableList<Action> matches() {
        return matches;
    }

    public void perform(Action action) {
        open.set(false);
        action.perform();
    }

    private void narrow() {
        String[] words = query.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        matches.setAll(actions.stream()
                .filter(action -> action.possible().get())
                .filter(action -> {
                    String text = action.text().toLowerCase(Locale.ROOT);
                    return List.of(words).stream().allMatch(text::contains);
                })
                .toList());
    }
}
