/// The command line.
@org.jspecify.annotations.NullMarked
module luthier.app {
    requires static transitive org.jspecify;
    requires luthier.core;
    requires luthier.ui;
    requires info.picocli;
}
