package luthier.core.model.safetensors;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import luthier.core.disk.DurableFiles;
import luthier.core.run.LuthierException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one safetensors file: tensors by type (wide first), then by name, streamed one after the other. The file
/// appears under its name when it is whole.
public final class SafetensorsWriter {
    /// What transformers and PEFT look for in a file they read.
    public static final Map<String, String> PYTORCH = Map.of("format", "pt");

    private static final JsonFactory JSON = new JsonFactory();
    private static final Comparator<TensorToWrite> ORDER = Comparator.comparing(
                    (TensorToWrite tensor) -> TensorType.of(tensor.dtype()))
            .thenComparing(tensor -> tensor.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private SafetensorsWriter() {}

    /// @param metadata texts for `__metadata__`, mostly [#PYTORCH]; left out when empty
    /// @throws LuthierException with a `DiskFailure` when the disk refuses, or whatever a tensor's values throw
    /// @throws IllegalArgumentException when two tensors have one name
    /// @throws IllegalStateException when a tensor writes more or fewer bytes than its shape needs
    public static void write(Path file, Map<String, String> metadata, Collection<TensorToWrite> tensors)
            throws LuthierException {
        List<TensorToWrite> ordered = tensors.stream().sorted(ORDER).toList();
        requireDifferentNames(ordered);
        try {
            DurableFiles.<LuthierException>write(file, channel -> {
                SegmentWriter.writeFully(ByteBuffer.wrap(header(metadata, ordered)), channel);
                for (TensorToWrite tensor : ordered) {
                    writeValues(tensor, channel);
                }
            });
        } catch (IOException e) {
            throw LuthierException.disk(file, "writing", e);
        }
    }

    private static void writeValues(TensorToWrite tensor, FileChannel channel) throws IOException, LuthierException {
        long start = channel.position();
        tensor.values().writeTo(new Uncloseable(channel));
        long written = channel.position() - start;
        if (written != tensor.byteCount()) {
            throw new IllegalStateException(
                    tensor.name() + " wrote " + written + " bytes but its shape needs " + tensor.byteCount());
        }
    }

    private static byte[] header(Map<String, String> metadata, List<TensorToWrite> tensors) {
        byte[] json = json(metadata, tensors).getBytes(StandardCharsets.UTF_8);
        int padded = Math.ceilDiv(json.length, SafetensorsFile.LENGTH_BYTES) * SafetensorsFile.LENGTH_BYTES;
        byte[] bytes = new byte[SafetensorsFile.LENGTH_BYTES + padded];
        Arrays.fill(bytes, (byte) ' ');
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).put(json);
        return bytes;
    }

    private static String json(Map<String, String> metadata, List<TensorToWrite> tensors) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectPropertyStart("__metadata__");
                new TreeMap<>(metadata).forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            long position = 0;
            for (TensorToWrite tensor : tensors) {
                long end = position + tensor.byteCount();
                json.writeObjectPropertyStart(tensor.name());
                json.writeStringProperty("dtype", tensor.dtype().name());
                json.writeName("shape").writeArray(tensor.shape(), 0, tensor.shape().length);
                json.writeName("data_offsets").writeArray(new long[] {position, end}, 0, 2);
                json.writeEndObject();
                position = end;
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void requireDifferentNames(List<TensorToWrite> tensors) {
        Set<String> names = new HashSet<>();
        for (TensorToWrite tensor : tensors) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("two tensors are named " + tensor.name());
            }
        }
    }

    /// Keeps a tensor from closing the file under the writer.
    private record Uncloseable(FileChannel channel) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            return channel.write(source);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {}
    }
}
