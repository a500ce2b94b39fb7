package luthier.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import luthier.app.demo.Demo;
import luthier.core.run.LuthierException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows what Luthier does, with the model that comes with it.
@Command(name = "demo", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final Demo demo;

    @Option(names = "--folder", paramLabel = "FOLDER", descriptionKey = "option.demoFolder")
    private Path folder = Path.of("luthier-demo");

    @Option(names = "--overwrite", descriptionKey = "option.demoOverwrite")
    private boolean overwrite;

    public DemoCommand(Demo demo) {
        this.demo = demo;
    }

    @Override
    public Integer call() throws LuthierException, InterruptedException {
        return demo.run(folder, overwrite).code();
    }
}
