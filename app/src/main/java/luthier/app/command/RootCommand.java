package luthier.app.command;

import picocli.CommandLine.Command;

/// `luthier`; not runnable itself, so that picocli asks for a command where there is none.
@Command(name = "luthier", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class RootCommand {}
