package luthier.app.preferences;

import java.nio.file.Path;

/// A project that was open before.
///
/// @param file absolute
/// @param page that was shown last
public record RecentProject(Path file, String page) {}
