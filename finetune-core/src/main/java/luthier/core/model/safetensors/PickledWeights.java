package luthier.core.model.safetensors;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Recognises weight files in formats that can run code when they are read. They are never opened.
final class PickledWeights {
    private static final List<String> ENDINGS = List.of(".bin", ".pt", ".pth", ".ckpt", ".h5", ".msgpack", ".pkl");
    private static final int PICKLE_PROTOCOL = 0x80;

    private PickledWeights() {}

    /// The first such file of a folder by name; null when there is none.
    static @Nullable Path in(Path folder) throws LuthierException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PickledWeights::hasEnding).sorted().findFirst().orElse(null);
        } catch (IOException e) {
            throw Unreadable.io(folder, e);
        }
    }

    /// A pickle opens with its protocol mark; PyTorch's newer files are zip archives.
    static boolean beginsLikeOne(MemorySegment file) {
        int first = file.get(ValueLayout.JAVA_BYTE, 0) & 0xFF;
        int second = file.get(ValueLayout.JAVA_BYTE, 1) & 0xFF;
        return first == PICKLE_PROTOCOL && second <= 5 || first == 'P' && second == 'K';
    }

    static LuthierException refusal(Path file) {
        return Unreadable.model(
                file,
                "The weights are in a pickle file, which can run code.",
                "Convert the model to safetensors first.");
    }

    private static boolean hasEnding(Path file) {
        String name = file.getFileName().toString();
        return !name.equals("training_args.bin") && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
