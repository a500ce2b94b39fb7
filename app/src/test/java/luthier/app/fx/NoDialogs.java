package luthier.app.fx;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A person who closes every dialog.
public final class NoDialogs implements Dialogs {
    @Override
    public @Nullable Path openFile(String title, @Nullable Path folder, String... extensions) {
        return null;
    }

    @Override
    public @Nullable Path openFolder(String title, @Nullable Path folder) {
        return null;
    }

    @Override
    public @Nullable Path saveFile(String title, @Nullable Path folder, String name) {
        return null;
    }

    @Override
    public boolean confirm(String question, String detail, String verb) {
        return false;
    }
}
