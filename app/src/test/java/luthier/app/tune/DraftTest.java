package luthier.app.tune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftTest {
    private final Draft draft = new Draft();

    @Test
    void undoAndRedoGoThroughWholeStates() {
        draft.begin(Specs.named("a"));
        draft.change(Specs.named("b"), "");
        draft.change(Specs.named("c"), "");
        draft.undo();
        draft.undo();
        assertThat(draft.spec().get()).isEqualTo(Specs.named("a"));
        assertThat(draft.undoable().get()).isFalse();
        draft.redo();
        assertThat(draft.spec().get()).isEqualTo(Specs.named("b"));
        assertThat(draft.redoable().get()).isTrue();
    }

    @Test
    void typingOnInOneFieldIsOneStep() {
        draft.begin(Specs.named("a"));
        draft.change(Specs.named("ab"), "name");
        draft.change(Specs.named("abc"), "name");
        draft.undo();
        assertThat(draft.spec().get()).isEqualTo(Specs.named("a"));
    }

    @Test
    void aChangeAfterUndoForgetsWhatWasUndone() {
        draft.begin(Specs.named("a"));
        draft.change(Specs.named("b"), "");
        draft.undo();
        draft.change(Specs.named("c"), "");
        draft.redo();
        assertThat(draft.spec().get()).isEqualTo(Specs.named("c"));
    }

    @Test
    void nothingToUndoChangesNothing() {
        draft.begin(Specs.named("a"));
        draft.undo();
        draft.redo();
        assertThat(draft.spec().get()).isEqualTo(Specs.named("a"));
    }
}
