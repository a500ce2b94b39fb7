package luthier.core.model.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `model.safetensors.index.json`: which shard holds which tensor.
///
/// @param weightMap file name by tensor name; the files lie in the model's own folder
/// @param totalSize bytes of all tensors; -1 when the index does not say
record ShardIndex(SequencedMap<String, String> weightMap, long totalSize) {
    static ShardIndex read(Path file) throws LuthierException {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw Unreadable.damaged(file, "The index is not valid JSON.");
        } catch (IOException e) {
            throw Unreadable.io(file, e);
        }
        JsonNode map = root.path("weight_map");
        if (!map.isObject() || map.isEmpty()) {
            throw Unreadable.damaged(file, "The index has no `weight_map`.");
        }
        SequencedMap<String, String> weightMap = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> place : map.properties()) {
            if (!place.getValue().isString()) {
                throw Unreadable.damaged(file, "The index names no file for " + place.getKey() + ".");
            }
            weightMap.put(place.getKey(), fileName(file, place.getValue().stringValue()));
        }
        JsonNode size = root.path("metadata").path("total_size");
        return new ShardIndex(weightMap, size.isNumber() ? size.asLong(-1) : -1);
    }

    SortedSet<String> files() {
        return new TreeSet<>(weightMap.values());
    }

    private static String fileName(Path index, String name) throws LuthierException {
        if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains("..") || name.contains("\0")) {
            throw Unreadable.model(
                    index, "The index points outside the model folder.", "Do not use this model: get it elsewhere.");
        }
        return name;
    }
}
