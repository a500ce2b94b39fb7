/// The window and the command line.
@org.jspecify.annotations.NullMarked
module luthier.app {
    requires static transitive org.jspecify;
    requires luthier.core;
    requires luthier.ui;
    requires info.picocli;
    requires javafx.controls;
    requires javafx.fxml;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    // pictures of charts are written as PNG
    requires java.desktop;
    requires java.management;
    requires jdk.management;
    // sun.misc.Signal: the one way to hear Ctrl+C more than once
    requires jdk.unsupported;

    // JavaFX makes the application object.
    exports luthier.app to
            javafx.graphics;

    // FXML fills views.
    opens luthier.app.compare to
            javafx.fxml;
    opens luthier.app.preferences to
            javafx.fxml;
    opens luthier.app.project to
            javafx.fxml;
    opens luthier.app.run to
            javafx.fxml;
    opens luthier.app.shell to
            javafx.fxml;
    opens luthier.app.tune to
            javafx.fxml;

    // picocli fills annotated fields
    opens luthier.app.command to
            info.picocli;
}
