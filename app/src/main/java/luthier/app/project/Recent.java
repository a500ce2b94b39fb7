package luthier.app.project;

import java.nio.file.Path;

/// A recent project as a list shows it.
///
/// @param missing whether its file is gone
public record Recent(Path file, String name, String folder, boolean missing) {}
