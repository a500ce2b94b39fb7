package luthier.app.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import luthier.app.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The dialogs of the system and of JavaFX.
public record FxDialogs(Window owner) implements Dialogs {
    @Override
    public @Nullable Path openFile(String title, @Nullable Path folder, String... extensions) {
        FileChooser chooser = chooser(title, folder);
        if (extensions.length > 0) {
            List<String> patterns =
                    Arrays.stream(extensions).map(ending -> "*." + ending).toList();
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns),
                            new FileChooser.ExtensionFilter(Messages.of("dialog.allFiles"), "*"));
        }
        return path(chooser.showOpenDialog(owner));
    }

    @Override
    public @Nullable Path openFolder(String title, @Nullable Path folder) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return path(chooser.showDialog(owner));
    }

    @Override
    public @Nullable Path saveFile(String title, @Nullable Path folder, String name) {
        FileChooser chooser = chooser(title, folder);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner));
    }

    @Override
    public boolean confirm(String question, String detail, String verb) {
        ButtonType yes = new ButtonType(verb, ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                detail,
                yes,
                new ButtonType(Messages.of("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        alert.initOwner(owner);
        alert.setHeaderText(question);
        alert.setTitle(question);
        return alert.showAndWait().filter(yes::equals).isPresent();
    }

    private static FileChooser chooser(String title, @Nullable Path folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    // The choosers speak the old file class, which nothing of ours knows.
    private static @Nullable Path path(@Nullable Object file) {
        return file == null ? null : Path.of(file.toString());
    }
}
