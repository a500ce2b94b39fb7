package luthier.app.command;

import luthier.app.i18n.Messages;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            Messages.of(
                    "version",
                    System.getProperty("luthier.version", "?"),
                    Runtime.version().feature())
        };
    }
}
