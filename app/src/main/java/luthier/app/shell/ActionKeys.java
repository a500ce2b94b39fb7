package luthier.app.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The shortcuts of actions, heard before any control hears the key.
final class ActionKeys {
    private ActionKeys() {}

    static void install(Node node, List<Action> actions) {
        Map<KeyCombination, Action> byKeys = actions.stream()
                .filter(action -> !action.shortcut().isEmpty())
                .collect(Collectors.toMap(action -> KeyCombination.valueOf(action.shortcut()), action -> action));
        node.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> byKeys.forEach((keys, action) -> {
                    if (!event.isConsumed() && keys.match(event)) {
                        event.consume();
                        action.perform();
                    }
                }));
    }
}
