package luthier.app.preferences;

import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import luthier.app.i18n.FailureText;
import luthier.core.run.LuthierException;

/// The preferences as they are now; changes are written at once, beside the window's thread.
public final class PreferencesModel {
    private final PreferencesFile file;
    private final Executor work;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Preferences> current = new ReadOnlyObjectWrapper<>(Preferences.DEFAULTS);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param work writes files, one task after the other
    /// @param window the window's thread
    public PreferencesModel(PreferencesFile file, Executor work, Executor window) {
        this.file = file;
        this.work = work;
        this.window = window;
        try {
            current.set(file.read());
        } catch (LuthierException e) {
            problem.set(FailureText.of(e.failure()));
        }
    }

    public ReadOnlyObjectProperty<Preferences> current() {
        return current.getReadOnlyProperty();
    }

    /// Why they could not be read or kept; empty when all is well.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(current.get());
        if (changed.equals(current.get())) {
            return;
        }
        current.set(changed);
        work.execute(() -> {
            try {
                file.write(changed);
                window.execute(() -> problem.set(""));
            } catch (LuthierException e) {
                String text = FailureText.of(e.failure());
                window.execute(() -> problem.set(text));
            }
        });
    }
}
