package luthier.core.model.gguf;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The ids of special tokens that a GGUF file names.
final class SpecialIds {
    private static final Map<String, String> KEYS = Map.of(
            "bos", "bos_token_id",
            "eos", "eos_token_id",
            "pad", "padding_token_id",
            "unk", "unknown_token_id",
            "eot", "eot_token_id",
            "eom", "eom_token_id");

    private final Map<String, Integer> ids;

    private SpecialIds(Map<String, Integer> ids) {
        this.ids = ids;
    }

    /// @param tokens how many tokens the vocabulary has
    static SpecialIds read(GgufMetadata metadata, int tokens) throws LuthierException {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            String name = "tokenizer.ggml." + key.getValue();
            Integer id = metadata.intOrNull(name);
            if (id == null) {
                continue;
            }
            if (id < 0 || id >= tokens) {
                throw metadata.refuse(name, "is " + id + ", the vocabulary has " + tokens + " tokens");
            }
            ids.put(key.getKey(), id);
        }
        return new SpecialIds(ids);
    }

    /// Null when the file names none.
    @Nullable
    Integer of(String role) {
        return ids.get(role);
    }

    /// Writes bos, eos and pad.
    ///
    /// @param allStops whether eos is the list of all tokens that end a turn, where there are several
    void writeTo(ObjectNode config, boolean allStops) {
        put(config, "bos");
        Set<Integer> stops = new LinkedHashSet<>();
        for (String role : List.of("eos", "eot", "eom")) {
            Integer id = of(role);
            if (id != null) {
                stops.add(id);
            }
        }
        if (allStops && stops.size() > 1) {
            ArrayNode list = config.putArray("eos_token_id");
            stops.forEach(list::add);
        } else {
            put(config, "eos");
        }
        put(config, "pad");
    }

    private void put(ObjectNode config, String role) {
        Integer id = of(role);
        if (id != null) {
            config.put(role + "_token_id", id);
        }
    }
}
