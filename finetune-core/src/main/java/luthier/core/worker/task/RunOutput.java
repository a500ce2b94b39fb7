package luthier.core.worker.task;

import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.client.RunFolder;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.Extensions;
import luthier.core.model.folder.ModelFolder;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;

/// The result of a finished run.
record RunOutput(RunSpec spec, Path folder) {
    /// @throws LuthierException (InvalidSpec) when the run has none
    static RunOutput of(RunFolder run) throws LuthierException {
        if (!Files.isDirectory(run.output())) {
            throw new LuthierException(new Failure.InvalidSpec(
                    run.path().toString(),
                    "output",
                    "is not there: the run has no result yet; let it finish, or stop it so that it keeps its result"));
        }
        return new RunOutput(run.spec(), run.output());
    }

    /// Whether it is a model of its own rather than an addition to the base.
    boolean whole() {
        return Files.isRegularFile(folder.resolve(ModelFolder.CONFIG_FILE));
    }

    AnsweringModel model(Extensions extensions) throws LuthierException {
        return AnsweringModel.open(spec.model(), folder, extensions);
    }
}
