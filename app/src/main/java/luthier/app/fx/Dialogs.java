package luthier.app.fx;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The few things the window asks in a window of their own. Null and false mean that the person thought better of it.
public interface Dialogs {
    /// @param extensions file name endings without a dot; none allows every file
    @Nullable
    Path openFile(String title, @Nullable Path folder, String... extensions);

    @Nullable
    Path openFolder(String title, @Nullable Path folder);

    /// @param name proposed
    @Nullable
    Path saveFile(String title, @Nullable Path folder, String name);

    /// Only for what cannot be undone.
    ///
    /// @param verb the word on the button that does it
    boolean confirm(String question, String detail, String verb);
}
