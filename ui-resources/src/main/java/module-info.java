/// What the window shows: layouts, styles, texts, icons.
@org.jspecify.annotations.NullMarked
module luthier.ui {
    requires static transitive org.jspecify;

    exports luthier.ui;
}
