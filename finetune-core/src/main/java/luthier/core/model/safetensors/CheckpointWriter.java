package luthier.core.model.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luthier.core.model.JsonText;
import luthier.core.run.LuthierException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes the weights of a model folder: one file, or shards and their index when they are larger than a limit.
public final class CheckpointWriter {
    /// The limit of transformers.
    public static final long SHARD_BYTES = 5_000_000_000L;

    private static final Pattern WEIGHTS =
            Pattern.compile("model(-\\d{5}-of-\\d{5})?\\.safetensors|model\\.safetensors\\.index\\.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private CheckpointWriter() {}

    /// Writes every tensor, in the order given, and then removes weight files of an earlier save.
    ///
    /// @param shardBytes the most bytes of tensors in a file; a larger tensor gets a file of its own
    /// @throws LuthierException with a `DiskFailure` when the disk refuses
    public static void write(Path folder, Collection<TensorToWrite> tensors, long shardBytes) throws LuthierException {
        List<List<TensorToWrite>> shards = split(tensors, shardBytes);
        Set<String> written = new HashSet<>();
        if (shards.size() == 1) {
            write(folder, Checkpoint.SINGLE_FILE, shards.getFirst(), written);
        } else {
            ObjectNode weightMap = JSON.createObjectNode();
            TreeMap<String, String> places = new TreeMap<>();
            for (int i = 0; i < shards.size(); i++) {
                String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
                write(folder, name, shards.get(i), written);
                shards.get(i).forEach(tensor -> places.put(tensor.name(), name));
            }
            places.forEach(weightMap::put);
            writeIndex(folder, tensors, weightMap, written);
        }
        removeOthers(folder, written);
    }

    static List<List<TensorToWrite>> split(Collection<TensorToWrite> tensors, long shardBytes) {
        List<List<TensorToWrite>> shards = new ArrayList<>(List.of(new ArrayList<>()));
        long bytes = 0;
        for (TensorToWrite tensor : tensors) {
            if (!shards.getLast().isEmpty() && bytes + tensor.byteCount() > shardBytes) {
                shards.add(new ArrayList<>());
                bytes = 0;
            }
            shards.getLast().add(tensor);
            bytes += tensor.byteCount();
        }
        return shards;
    }

    private static void write(Path folder, String name, List<TensorToWrite> tensors, Set<String> written)
            throws LuthierException {
        SafetensorsWriter.write(folder.resolve(name), SafetensorsWriter.PYTORCH, tensors);
        written.add(name);
    }

    private static void writeIndex(
            Path folder, Collection<TensorToWrite> tensors, ObjectNode weightMap, Set<String> written)
            throws LuthierException {
        ObjectNode index = JSON.createObjectNode();
        index.putObject("metadata")
                .put(
                        "total_parameters",
                        tensors.stream().mapToLong(TensorToWrite::elementCount).sum())
                .put(
                        "total_size",
                        tensors.stream().mapToLong(TensorToWrite::byteCount).sum());
        index.set("weight_map", weightMap);
        JsonText.write(folder.resolve(Checkpoint.INDEX_FILE), index);
        written.add(Checkpoint.INDEX_FILE);
    }

    private static void removeOthers(Path folder, Set<String> written) throws LuthierException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> stale = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return WEIGHTS.matcher(name).matches() && !written.contains(name);
                    })
                    .toList();
            for (Path file : stale) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw LuthierException.disk(folder, "removing old weights", e);
        }
    }
}
