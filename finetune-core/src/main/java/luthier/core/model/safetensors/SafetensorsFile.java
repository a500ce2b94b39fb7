package luthier.core.model.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import luthier.core.model.DType;
import luthier.core.model.MappedFile;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// A safetensors file, mapped into memory: opening reads and checks the header only, values are paged in when they are
/// touched. Tensors must not be used after [#close].
public final class SafetensorsFile implements AutoCloseable {
    static final int LENGTH_BYTES = 8;
    static final long LARGEST_HEADER_BYTES = 100_000_000;
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final MappedFile mapped;
    private final MemorySegment data;
    private final SequencedMap<String, String> metadata;
    private final SequencedMap<String, TensorHeader> tensors;

    private SafetensorsFile(MappedFile mapped) throws LuthierException {
        this.mapped = mapped;
        file = mapped.path();
        MemorySegment whole = mapped.bytes();
        long headerBytes = headerBytes(whole);
        HeaderReader.Header header =
                HeaderReader.read(file, whole.asSlice(LENGTH_BYTES, headerBytes).asByteBuffer());
        data = whole.asSlice(LENGTH_BYTES + headerBytes);
        metadata = Collections.unmodifiableSequencedMap(header.metadata());
        SequencedMap<String, TensorHeader> ordered = new LinkedHashMap<>();
        LayoutCheck.check(file, header.tensors().values(), data.byteSize())
                .forEach(tensor -> ordered.put(tensor.name(), tensor));
        tensors = Collections.unmodifiableSequencedMap(ordered);
    }

    /// @throws LuthierException with an `UnreadableModel` when the file is missing or breaks a rule of the format
    public static SafetensorsFile open(Path file) throws LuthierException {
        MappedFile mapped = MappedFile.open(file);
        boolean opened = false;
        try {
            SafetensorsFile result = new SafetensorsFile(mapped);
            opened = true;
            return result;
        } finally {
            if (!opened) {
                mapped.close();
            }
        }
    }

    public Path path() {
        return file;
    }

    /// The texts of `__metadata__`; empty when the file has none.
    public SequencedMap<String, String> metadata() {
        return metadata;
    }

    /// All tensors by name, in the order of their data.
    public SequencedMap<String, TensorHeader> tensors() {
        return tensors;
    }

    /// @throws LuthierException when the file has no such tensor, or its type cannot be computed with
    public TensorEntry tensor(String name) throws LuthierException {
        TensorHeader header = tensors.get(name);
        if (header == null) {
            throw Unreadable.model(file, "The tensor " + name + " is missing.", "Choose the complete model.");
        }
        DType dtype = header.type().dtype();
        if (dtype == null) {
            throw Unreadable.model(
                    file,
                    "Tensor " + name + " has the type " + header.type() + ", which cannot be computed with.",
                    "Choose a copy of the model in F32, F16 or BF16.");
        }
        long[] shape = header.shape().stream().mapToLong(Long::longValue).toArray();
        return new TensorEntry(name, dtype, shape, data.asSlice(header.begin(), header.byteCount()));
    }

    /// Unmaps the file; every segment handed out is invalid from now on.
    @Override
    public void close() {
        mapped.close();
    }

    private long headerBytes(MemorySegment whole) throws LuthierException {
        if (whole.byteSize() < LENGTH_BYTES) {
            throw Unreadable.damaged(file, "This is not a safetensors file: it is shorter than 8 bytes.");
        }
        long bytes = whole.get(LENGTH, 0);
        boolean fits = Long.compareUnsigned(bytes, whole.byteSize() - LENGTH_BYTES) <= 0;
        boolean looksRight = fits && bytes > 0 && whole.get(ValueLayout.JAVA_BYTE, LENGTH_BYTES) == '{';
        if (!looksRight && PickledWeights.beginsLikeOne(whole)) {
            throw PickledWeights.refusal(file);
        }
        if (Long.compareUnsigned(bytes, LARGEST_HEADER_BYTES) > 0) {
            throw Unreadable.damaged(
                    file, "The header claims " + Long.toUnsignedString(bytes) + " bytes; at most 100 MB are allowed.");
        }
        if (!fits) {
            throw Unreadable.damaged(file, "The file ends inside its header; the download is probably incomplete.");
        }
        return bytes;
    }
}
