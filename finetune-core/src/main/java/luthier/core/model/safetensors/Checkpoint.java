package luthier.core.model.safetensors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// The weights of a model folder, in one file or in shards, looked up by tensor name.
public final class Checkpoint implements AutoCloseable {
    public static final String SINGLE_FILE = "model.safetensors";
    public static final String INDEX_FILE = "model.safetensors.index.json";

    private static final int NAMES_SHOWN = 10;

    private final Path folder;
    private final List<SafetensorsFile> files = new ArrayList<>();
    private final SequencedMap<String, SafetensorsFile> owners = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();

    private Checkpoint(Path folder) {
        this.folder = folder;
    }

    /// Opens `model.safetensors`, else the shards of the index. Values are not read yet.
    ///
    /// @throws LuthierException with an `UnreadableModel`: no weights, pickled weights only, a shard or tensor
    ///     missing, or a file that breaks a rule of its format
    public static Checkpoint open(Path folder) throws LuthierException {
        Checkpoint checkpoint = new Checkpoint(folder);
        boolean opened = false;
        try {
            switch (WeightFiles.find(folder)) {
                case WeightFiles.Single single -> checkpoint.add(SafetensorsFile.open(single.file()));
                case WeightFiles.Sharded sharded -> checkpoint.addShards(ShardIndex.read(sharded.index()));
            }
            opened = true;
            return checkpoint;
        } finally {
            if (!opened) {
                checkpoint.close();
            }
        }
    }

    /// Every tensor by name, as its header lists it.
    public SequencedMap<String, TensorHeader> tensors() {
        SequencedMap<String, TensorHeader> headers = new LinkedHashMap<>();
        owners.forEach((name, file) -> {
            TensorHeader header = file.tensors().get(name);
            if (header != null) {
                headers.put(name, header);
            }
        });
        return Collections.unmodifiableSequencedMap(headers);
    }

    public boolean has(String name) {
        return owners.containsKey(name);
    }

    /// @throws LuthierException when no file has such a tensor, or its type cannot be computed with
    public TensorEntry tensor(String name) throws LuthierException {
        SafetensorsFile owner = owners.get(name);
        if (owner == null) {
            throw Unreadable.model(folder, "The tensor " + name + " is missing.", "Choose the complete model.");
        }
        return owner.tensor(name);
    }

    /// Checks that the tensors a model needs are there in the shapes it needs; more tensors than needed are fine.
    ///
    /// @throws LuthierException naming up to ten missing tensors, or the first wrong shape with both shapes
    public void require(Map<String, long[]> shapes) throws LuthierException {
        List<String> missing =
                shapes.keySet().stream().filter(name -> !has(name)).toList();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.subList(0, Math.min(NAMES_SHOWN, missing.size())));
            String rest = missing.size() > NAMES_SHOWN ? " and " + (missing.size() - NAMES_SHOWN) + " more" : "";
            throw Unreadable.model(
                    folder,
                    "These tensors are missing: " + names + rest + ".",
                    "Choose the complete model, or correct config.json.");
        }
        SequencedMap<String, TensorHeader> headers = tensors();
        for (Map.Entry<String, long[]> needed : shapes.entrySet()) {
            List<Long> shape = Arrays.stream(needed.getValue()).boxed().toList();
            TensorHeader header = headers.get(needed.getKey());
            if (header != null && !header.shape().equals(shape)) {
                throw Unreadable.model(
                        folder,
                        needed.getKey() + " is " + header.shape() + ", the configuration needs " + shape + ".",
                        "Choose the config.json that belongs to these weights.");
            }
        }
    }

    /// What was odd but could be read, one sentence each.
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void close() {
        files.forEach(SafetensorsFile::close);
        files.clear();
        owners.clear();
    }

    private void add(SafetensorsFile file) {
        files.add(file);
        file.tensors().keySet().forEach(name -> owners.put(name, file));
    }

    private void addShards(ShardIndex index) throws LuthierException {
        Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
        for (String name : index.files()) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw Unreadable.damaged(file, "Shard " + name + " is missing.");
            }
            SafetensorsFile shard = SafetensorsFile.open(file);
            files.add(shard);
            shards.put(name, shard);
        }
        for (Map.Entry<String, String> place : index.weightMap().entrySet()) {
            SafetensorsFile shard = shards.get(place.getValue());
            if (shard == null || !shard.tensors().containsKey(place.getKey())) {
                throw Unreadable.damaged(
                        folder.resolve(place.getValue()),
                        place.getValue() + " does not hold " + place.getKey() + " though the index says so.");
            }
            owners.put(place.getKey(), shard);
        }
        noteOddities(index);
    }

    private void noteOddities(ShardIndex index) {
        long unlisted = files.stream()
                .flatMap(file -> file.tensors().keySet().stream())
                .filter(name -> !owners.containsKey(name))
                .count();
        if (unlisted > 0) {
            notices.add(unlisted + " tensors of the shards are not in the index and were left out.");
        }
        long bytes =
                tensors().values().stream().mapToLong(TensorHeader::byteCount).sum();
        if (index.totalSize() != bytes) {
            notices.add(
                    "The index gives a total size of " + index.totalSize() + " bytes, the tensors have " + bytes + ".");
        }
    }
}
