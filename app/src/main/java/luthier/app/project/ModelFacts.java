package luthier.app.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// What a model folder says of itself; nothing but headers is read.
///
/// @param family the `model_type`; empty when the folder does not say
/// @param parameters numbers in the weight files
/// @param type of the numbers as the file names it, such as `BF16`; `mixed` for several
/// @param bytes of the weight files
/// @param positions longest context in tokens, 0 when unknown
public record ModelFacts(
        String family, long parameters, String type, long bytes, long positions, boolean chatTemplate) {
    private static final String MIXED = "mixed";
    private static final long LONGEST_HEADER = 100_000_000;

    /// Adds up the headers of several files.
    private static final class Weights {
        private long parameters;
        private long bytes;
        private String type = "";

        private void add(Path file) throws IOException, LuthierException {
            bytes += Files.size(file);
            for (Map.Entry<String, Object> tensor : header(file).entrySet()) {
                if (tensor.getValue() instanceof Map<?, ?> entry && entry.get("shape") instanceof List<?> shape) {
                    long elements = 1;
                    for (Object size : shape) {
                        elements *= size instanceof Number number ? number.longValue() : 0;
                    }
                    parameters += elements;
                    String own = String.valueOf(entry.get("dtype"));
                    type = type.isEmpty() || type.equals(own) ? own : MIXED;
                }
            }
        }
    }

    static ModelFacts read(Path folder) throws IOException, LuthierException {
        Map<String, Object> config = object(folder.resolve("config.json"));
        Weights weights = new Weights();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.safetensors")) {
            for (Path file : files) {
                weights.add(file);
            }
        }
        return new ModelFacts(
                text(config.get("model_type")),
                weights.parameters,
                weights.type,
                weights.bytes,
                config.get("max_position_embeddings") instanceof Number positions ? positions.longValue() : 0,
                hasChatTemplate(folder));
    }

    private static boolean hasChatTemplate(Path folder) throws IOException, LuthierException {
        Path tokenizer = folder.resolve("tokenizer_config.json");
        return Files.exists(folder.resolve("chat_template.jinja"))
                || (Files.exists(tokenizer) && object(tokenizer).get("chat_template") != null);
    }

    private static Map<String, Object> object(Path file) throws IOException, LuthierException {
        return JsonLine.object(file.toString(), Files.readString(file));
    }

    // A safetensors file begins with the length of its header, which is JSON.
    private static Map<String, Object> header(Path file) throws IOException, LuthierException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (length.hasRemaining() && channel.read(length) >= 0) {
                // until all eight bytes are there
            }
            long bytes = length.flip().remaining() == Long.BYTES ? length.getLong() : 0;
            if (bytes <= 0 || bytes > Math.min(LONGEST_HEADER, channel.size())) {
                throw new IOException(file + " has no safetensors header");
            }
            ByteBuffer json = ByteBuffer.allocate(Math.toIntExact(bytes));
            while (json.hasRemaining() && channel.read(json) >= 0) {
                // until the whole header is there
            }
            return JsonLine.object(file.toString(), new String(json.array(), StandardCharsets.UTF_8));
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
