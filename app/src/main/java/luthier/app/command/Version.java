package luthier.app.command;

import java.lang.module.ModuleDescriptor;
import luthier.app.i18n.Messages;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Messages.of("version.text", ownVersion(), Runtime.version())};
    }

    // The build writes it into the module's descriptor; classes that were only compiled have none.
    private static String ownVersion() {
        ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
        return descriptor == null
                ? Messages.of("version.unknown")
                : descriptor.rawVersion().orElse(Messages.of("version.unknown"));
    }
}
