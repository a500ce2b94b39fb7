/// The command line.
@org.jspecify.annotations.NullMarked
module luthier.app {
    requires static transitive org.jspecify;
    requires luthier.core;
    requires luthier.ui;
    requires info.picocli;
    requires java.management;
    requires jdk.management;
    // sun.misc.Signal: the one way to hear Ctrl+C more than once
    requires jdk.unsupported;

    // picocli fills annotated fields
    opens luthier.app.command to
            info.picocli;
}
