package luthier.core.model.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The special tokens of a model folder by role: bos, eos, pad, unk, sep, cls, mask.
public final class SpecialTokens {
    private static final List<String> ROLES = List.of("bos", "eos", "pad", "unk", "sep", "cls", "mask");

    private final SequencedMap<String, String> texts;
    private final Map<String, Integer> ids;
    private final List<String> additional;

    private SpecialTokens(SequencedMap<String, String> texts, Map<String, Integer> ids, List<String> additional) {
        this.texts = Collections.unmodifiableSequencedMap(texts);
        this.ids = ids;
        this.additional = List.copyOf(additional);
    }

    /// @param tokenizerConfig asked first
    /// @param tokensMap `special_tokens_map.json`, asked for what the first lacks
    static SpecialTokens read(ConfigObject tokenizerConfig, ConfigObject tokensMap, TokenIds tokenIds)
            throws LuthierException {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (String role : ROLES) {
            String key = role + "_token";
            ConfigObject source = tokenizerConfig.has(key) || tokenizerConfig.isNull(key) ? tokenizerConfig : tokensMap;
            JsonNode value = source.value(key);
            if (value != null) {
                String text = textOf(source, key, value);
                Integer id = tokenIds.of(text);
                if (id == null) {
                    throw source.refuse(key, "is " + value + ", which the tokenizer does not have");
                }
                texts.put(role, text);
                ids.put(role, id);
            }
        }
        return new SpecialTokens(texts, ids, additionalOf(tokenizerConfig));
    }

    /// The token's text; null when the model has none for that role.
    public @Nullable String text(String role) {
        return texts.get(role);
    }

    /// The token's id; null when the model has none for that role.
    public @Nullable Integer id(String role) {
        return ids.get(role);
    }

    /// Texts by role; only roles that are set.
    public SequencedMap<String, String> texts() {
        return texts;
    }

    /// The texts of `additional_special_tokens`.
    public List<String> additional() {
        return additional;
    }

    private static List<String> additionalOf(ConfigObject tokenizerConfig) throws LuthierException {
        JsonNode list = tokenizerConfig.value("additional_special_tokens");
        if (list == null || !list.isArray()) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>();
        for (JsonNode token : list) {
            tokens.add(textOf(tokenizerConfig, "additional_special_tokens", token));
        }
        return tokens;
    }

    private static String textOf(ConfigObject source, String key, JsonNode value) throws LuthierException {
        JsonNode text = value.isObject() ? value.path("content") : value;
        if (!text.isString()) {
            throw source.wrong(key, "text or an object with `content`", value);
        }
        return text.stringValue();
    }
}
