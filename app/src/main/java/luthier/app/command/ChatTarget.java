package luthier.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import luthier.app.i18n.Messages;
import luthier.core.client.RunFolder;
import luthier.core.run.BasePrecision;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// Which model answers: a model folder, or what a run made (an adapter on its base, or a whole model).
///
/// @param adapter null for the model alone
record ChatTarget(Path model, @Nullable Path adapter, BasePrecision precision) {
    /// @param adapter asked for explicitly, or null
    /// @param precision asked for explicitly, or null: that of the run, bf16 for a model folder
    static ChatTarget of(Path target, @Nullable Path adapter, @Nullable String precision) throws LuthierException {
        RunFolder folder = new RunFolder(target);
        if (!Files.isRegularFile(folder.specFile())) {
            return new ChatTarget(target, adapter, precision(precision, BasePrecision.BF16));
        }
        RunSpec spec = folder.spec();
        BasePrecision chosen = precision(precision, spec.precision());
        if (adapter != null) {
            return new ChatTarget(spec.model(), adapter, chosen);
        }
        if (Files.isRegularFile(folder.output().resolve("adapter_config.json"))) {
            return new ChatTarget(spec.model(), folder.output(), chosen);
        }
        if (Files.isRegularFile(folder.output().resolve("config.json"))) {
            return new ChatTarget(folder.output(), null, chosen);
        }
        throw new LuthierException(
                new Failure.InvalidSpec(folder.path().toString(), "output", Messages.of("chat.noResult")));
    }

    private static BasePrecision precision(@Nullable String asked, BasePrecision usual) throws LuthierException {
        if (asked == null) {
            return usual;
        }
        for (BasePrecision precision : BasePrecision.values()) {
            if (precision.id().equals(asked)) {
                return precision;
            }
        }
        String known =
                Arrays.stream(BasePrecision.values()).map(BasePrecision::id).collect(Collectors.joining(", "));
        throw new LuthierException(new Failure.InvalidSpec(
                Messages.of("place.commandLine"), "--precision", Messages.of("chat.precision", asked, known)));
    }
}
