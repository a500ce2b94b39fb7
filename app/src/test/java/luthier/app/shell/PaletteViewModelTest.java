package luthier.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final AtomicInteger done = new AtomicInteger();
    private final Action open = Action.always("project.open", "Shortcut+O", done::incrementAndGet);
    private final Action close =
            new Action("project.close", "", new SimpleBooleanProperty(false), done::incrementAndGet);
    private final Action theme = Action.always("theme", "", done::incrementAndGet);
    private final PaletteViewModel palette = new PaletteViewModel(List.of(open, close, theme));

    @Test
    void itShowsWhatIsPossible() {
        palette.open().set(true);
        assertThat(palette.matches()).containsExactly(open, theme);
    }

    @Test
    void everyTypedWordMustBeInTheText() {
        palette.open().set(true);
        palette.query().set("PROJECT open");
        assertThat(palette.matches()).containsExactly(open);
        palette.query().set("nothing like it");
        assertThat(palette.matches()).isEmpty();
    }

    @Test
    void openingItAgainBeginsAnew() {
        palette.open().set(true);
        palette.query().set("light");
        palette.perform(theme);
        assertThat(done).hasValue(1);
        assertThat(palette.open().get()).isFalse();
        palette.open().set(true);
        assertThat(palette.query().get()).isEmpty();
        assertThat(palette.matches()).hasSize(2);
    }

    @Test
    void whatIsNotPossibleIsNotDone() {
        close.perform();
        assertThat(done).hasValue(0);
    }

    @Test
    void shortcutsAreNamedAsOnTheKeys() {
        assertThat(open.shownShortcut()).isEqualTo("Ctrl O");
        assertThat(Action.always("larger", "Shortcut+Equals", () -> {}).shownShortcut())
                .isEqualTo("Ctrl +");
    }
}
