package luthier.core.model.gguf;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SequencedMap;
import luthier.core.model.MappedFile;
import luthier.core.run.LuthierException;

/// A GGUF file of version 2 or 3, mapped into memory: opening reads and checks the header, values are paged in when
/// they are touched. Tensors must not be used after [#close].
public final class GgufFile implements AutoCloseable {
    private final MappedFile mapped;
    private final GgufMetadata metadata;
    private final SequencedMap<String, GgufTensor> tensors;

    private GgufFile(MappedFile mapped, GgufHeader header) {
        this.mapped = mapped;
        metadata = header.metadata();
        tensors = Collections.unmodifiableSequencedMap(header.tensors());
    }

    /// @throws LuthierException with an `UnreadableModel` when the file is missing or breaks a rule of the format
    public static GgufFile open(Path file) throws LuthierException {
        MappedFile mapped = MappedFile.open(file);
        boolean opened = false;
        try {
            GgufFile result = new GgufFile(mapped, new GgufHeaderReader(file, mapped.bytes()).read());
            opened = true;
            return result;
        } finally {
            if (!opened) {
                mapped.close();
            }
        }
    }

    public Path path() {
        return mapped.path();
    }

    public GgufMetadata metadata() {
        return metadata;
    }

    /// All tensors by name, in the order of their data.
    public SequencedMap<String, GgufTensor> tensors() {
        return tensors;
    }

    /// Unmaps the file; every segment handed out is invalid from now on.
    @Override
    public void close() {
        mapped.close();
    }
}
