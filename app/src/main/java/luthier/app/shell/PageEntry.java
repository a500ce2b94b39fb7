package luthier.app.shell;

import java.util.function.Supplier;

/// A page as the rail knows it.
///
/// @param icon as Ikonli names it
/// @param needsProject whether it says nothing without an open project
/// @param page makes it at the first look
public record PageEntry(String key, String icon, boolean needsProject, Supplier<Page> page) {}
