package luthier.core.data.bpe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.bpe.BpeVocabulary.Merge;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The text of a `tokenizer.json` as Hugging Face tokenizers reads it.
public final class TokenizerJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TokenizerJson() {}

    public static String of(BpeVocabulary vocabulary) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("version", "1.0");
        root.put("truncation", null);
        root.put("padding", null);
        root.put("added_tokens", addedTokens(vocabulary));
        root.put("normalizer", null);
        root.put("pre_tokenizer", byteLevel());
        root.put("post_processor", null);
        root.put("decoder", byteLevel());
        root.put("model", model(vocabulary));
        return JSON.writeValueAsString(root) + "\n";
    }

    private static List<Map<String, Object>> addedTokens(BpeVocabulary vocabulary) {
        List<Map<String, Object>> added = new ArrayList<>();
        for (String token : vocabulary.specialTokens()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", added.size());
            entry.put("content", token);
            entry.put("single_word", false);
            entry.put("lstrip", false);
            entry.put("rstrip", false);
            entry.put("normalized", false);
            entry.put("special", true);
            added.add(entry);
        }
        return added;
    }

    private static Map<String, Object> byteLevel() {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", "ByteLevel");
        part.put("add_prefix_space", false);
        part.put("trim_offsets", true);
        part.put("use_regex", true);
        return part;
    }

    private static Map<String, @Nullable Object> model(BpeVocabulary vocabulary) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (String token : vocabulary.tokens()) {
            ids.put(token, ids.size());
        }
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("dropout", null);
        model.put("unk_token", null);
        model.put("continuing_subword_prefix", null);
        model.put("end_of_word_suffix", null);
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", false);
        model.put("vocab", ids);
        model.put(
                "merges", vocabulary.merges().stream().map(TokenizerJson::line).toList());
        return model;
    }

    /// The older form of a merge, one string; every reader takes it. A token never holds a blank.
    private static String line(Merge merge) {
        return merge.left() + " " + merge.right();
    }
}
