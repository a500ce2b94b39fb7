package luthier.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which page is at the front.
public final class Navigation {
    private final List<String> keys;
    private final ReadOnlyStringWrapper page;

    /// @param keys of the pages there are; the first is shown first
    public Navigation(List<String> keys) {
        this.keys = List.copyOf(keys);
        this.page = new ReadOnlyStringWrapper(keys.getFirst());
    }

    public ReadOnlyStringProperty page() {
        return page.getReadOnlyProperty();
    }

    /// Nothing happens where this program has no such page.
    public void show(String key) {
        if (keys.contains(key)) {
            page.set(key);
        }
    }
}
