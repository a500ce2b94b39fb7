package luthier.core.model.gguf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The byte-level BPE tokenizer of a GGUF file (`tokenizer.ggml.model` "gpt2") as `tokenizer.json` and
/// `tokenizer_config.json`.
final class BytePairTokenizer {
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    private static final String PREFIX = "tokenizer.ggml.";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final GgufMetadata metadata;
    private final SplittingRule rule;
    private final SpecialIds ids;
    private final List<String> tokens;
    private final Map<String, Integer> idByToken = new LinkedHashMap<>();
    private final List<Integer> types;
    private final List<String> merges;
    private final boolean addsBos;

    private BytePairTokenizer(GgufMetadata metadata, SplittingRule rule, SpecialIds ids) throws LuthierException {
        this.metadata = metadata;
        this.rule = rule;
        this.ids = ids;
        tokens = metadata.texts(PREFIX + "tokens");
        types = metadata.has(PREFIX + "token_type") ? metadata.ints(PREFIX + "token_type") : List.of();
        merges = metadata.texts(PREFIX + "merges");
        addsBos = metadata.flag(PREFIX + "add_bos_token", rule.addsBos());
    }

    /// @param rows embedding rows of the model
    /// @throws LuthierException when the tokenizer is of another kind, splits text by an unknown rule, or
    ///     contradicts itself
    static BytePairTokenizer read(GgufMetadata metadata, SpecialIds ids, int rows) throws LuthierException {
        String kind = metadata.text(PREFIX + "model");
        if (!kind.equals("gpt2")) {
            throw metadata.refuse(
                    PREFIX + "model",
                    kind.equals("llama")
                            ? "asks for a SentencePiece tokenizer, which cannot be imported"
                            : "asks for the tokenizer " + kind + ", which cannot be imported");
        }
        SplittingRule rule = SplittingRule.named(metadata);
        BytePairTokenizer tokenizer = new BytePairTokenizer(metadata, rule, ids);
        tokenizer.check(rows);
        return tokenizer;
    }

    /// What the user should know about it, one sentence each.
    List<String> notices() {
        return rule.guessed()
                ? List.of("The file does not say how its tokenizer splits text; the rule of GPT-2 was taken.")
                : List.of();
    }

    /// `tokenizer.json`
    ObjectNode tokenizerJson() {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", "1.0");
        json.putNull("truncation");
        json.putNull("padding");
        ArrayNode added = json.putArray("added_tokens");
        for (int id = 0; id < types.size(); id++) {
            if (isAdded(id)) {
                flags(added.addObject().put("id", id).put("content", tokens.get(id)), id);
            }
        }
        json.set("normalizer", rule.normalizer());
        json.set("pre_tokenizer", rule.preTokenizer());
        json.set("post_processor", postProcessor());
        json.set("decoder", SplittingRule.byteLevel(true, true));
        json.set("model", model());
        return json;
    }

    /// `tokenizer_config.json`
    ///
    /// @param longestRow tokens the model has positions for
    ObjectNode configJson(int longestRow) throws LuthierException {
        ObjectNode json = JSON.createObjectNode();
        if (addsBos) {
            json.put("add_bos_token", true);
        }
        json.put("add_prefix_space", false);
        ObjectNode added = json.putObject("added_tokens_decoder");
        for (int id = 0; id < types.size(); id++) {
            if (isAdded(id)) {
                flags(added.putObject(String.valueOf(id)).put("content", tokens.get(id)), id);
            }
        }
        ArrayNode additional = json.putArray("additional_special_tokens");
        for (String role : List.of("bos", "eos")) {
            String text = text(role);
            if (text != null) {
                additional.add(text);
            }
        }
        for (String role : List.of("bos", "eos", "pad", "unk")) {
            String text = text(role);
            if (text != null) {
                json.put(role + "_token", text);
            }
        }
        String template = metadata.textOrNull("tokenizer.chat_template");
        if (template != null) {
            json.put("chat_template", template);
        }
        json.put("clean_up_tokenization_spaces", false);
        json.put("model_max_length", longestRow);
        json.put("tokenizer_class", "PreTrainedTokenizerFast");
        return json;
    }

    private void check(int rows) throws LuthierException {
        if (tokens.size() > rows) {
            throw metadata.refuse(
                    PREFIX + "tokens", "lists " + tokens.size() + " tokens, the model has only " + rows + " rows");
        }
        if (!types.isEmpty() && types.size() != tokens.size()) {
            throw metadata.refuse(
                    PREFIX + "token_type", "has " + types.size() + " values for " + tokens.size() + " tokens");
        }
        for (int id = 0; id < tokens.size(); id++) {
            if (idByToken.put(tokens.get(id), id) != null) {
                throw metadata.refuse(PREFIX + "tokens", "lists the token " + tokens.get(id) + " twice");
            }
        }
        for (String merge : merges) {
            int space = merge.indexOf(' ', 1);
            if (space < 0
                    || !idByToken.containsKey(merge.substring(0, space))
                    || !idByToken.containsKey(merge.substring(space + 1))
                    || !idByToken.containsKey(merge.substring(0, space) + merge.substring(space + 1))) {
                throw metadata.refuse(PREFIX + "merges", "holds a merge of tokens that do not exist: " + merge);
            }
        }
        if (addsBos && text("bos") == null) {
            throw metadata.refuse(PREFIX + "add_bos_token", "asks for a beginning token, but the file names none");
        }
    }

    private boolean isAdded(int id) {
        return types.get(id) == CONTROL || types.get(id) == USER_DEFINED;
    }

    private void flags(ObjectNode token, int id) {
        token.put("single_word", false);
        token.put("lstrip", false);
        token.put("rstrip", false);
        token.put("normalized", false);
        token.put("special", types.get(id) == CONTROL);
    }

    private @Nullable String text(String role) {
        Integer id = ids.of(role);
        return id == null || id >= tokens.size() ? null : tokens.get(id);
    }

    private @Nullable ObjectNode postProcessor() {
        Integer bos = ids.of("bos");
        String text = text("bos");
        if (!addsBos || bos == null || text == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode().put("type", "TemplateProcessing");
        ArrayNode single = json.putArray("single");
        piece(single, "SpecialToken", text, 0);
        piece(single, "Sequence", "A", 0);
        ArrayNode pair = json.putArray("pair");
        piece(pair, "SpecialToken", text, 0);
        piece(pair, "Sequence", "A", 0);
        piece(pair, "SpecialToken", text, 1);
        piece(pair, "Sequence", "B", 1);
        ObjectNode special = json.putObject("special_tokens").putObject(text).put("id", text);
        special.putArray("ids").add(bos);
        special.putArray("tokens").add(text);
        return json;
    }

    private static void piece(ArrayNode template, String kind, String id, int typeId) {
        template.addObject().putObject(kind).put("id", id).put("type_id", typeId);
    }

    private ObjectNode model() {
        ObjectNode model = JSON.createObjectNode().put("type", "BPE");
        for (String key : List.of("dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix")) {
            model.putNull(key);
        }
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", rule.ignoresMerges());
        ObjectNode vocabulary = model.putObject("vocab");
        idByToken.forEach(vocabulary::put);
        ArrayNode pairs = model.putArray("merges");
        merges.forEach(pairs::add);
        return model;
    }
}
