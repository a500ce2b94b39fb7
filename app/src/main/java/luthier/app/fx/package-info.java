/// What every view needs of JavaFX: the one way onto its thread, loading of layouts, dialogs, theme, colours.
package luthier.app.fx;
