package luthier.core.model.gguf;

import java.util.Set;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How a byte-level BPE tokenizer cuts text before it merges bytes. GGUF files give the rule by a name only.
enum SplittingRule {
    GPT2(Set.of(
            "gpt-2",
            "phi-2",
            "gigachat",
            "a.x-4.0",
            "mellum",
            "modern-bert",
            "exaone4",
            "mpt",
            "olmo",
            "jais",
            "jina-es",
            "jina-de",
            "jina-v1-en",
            "jina-v2-es",
            "jina-v2-de",
            "jina-v2-code")),
    DIGITS_THEN_GPT2(Set.of("smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b")),
    LLAMA3(Set.of("llama3", "llama-v3", "llama-bpe", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2")),
    QWEN2(Set.of("qwen2", "deepseek-r1-qwen", "megrez", "stablelm2", "hunyuan", "grok-2")),
    /// A file that names no rule, or `default`: llama.cpp warns and guesses too.
    UNNAMED(Set.of("default"));

    private static final String WORDS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|";
    private static final String REST = "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

    private final Set<String> names;

    SplittingRule(Set<String> names) {
        this.names = names;
    }

    /// @throws LuthierException when no rule has the name that the file gives
    static SplittingRule named(GgufMetadata metadata) throws LuthierException {
        String key = "tokenizer.ggml.pre";
        String name = metadata.has(key) ? metadata.text(key) : "default";
        for (SplittingRule rule : values()) {
            if (rule.names.contains(name)) {
                return rule;
            }
        }
        throw metadata.refuse(key, "names the splitting rule " + name + ", which is not known");
    }

    boolean guessed() {
        return this == UNNAMED;
    }

    /// Whether a piece that is a token as a whole skips merging.
    boolean ignoresMerges() {
        return this == LLAMA3;
    }

    /// Whether a beginning token is added when the file does not say.
    boolean addsBos() {
        return this == LLAMA3;
    }

    @Nullable
    ObjectNode normalizer() {
        return this == QWEN2 ? typed("NFC") : null;
    }

    ObjectNode preTokenizer() {
        return switch (this) {
            case GPT2, UNNAMED -> byteLevel(false, true);
            case DIGITS_THEN_GPT2 -> sequence(typed("Digits").put("individual_digits", true), byteLevel(false, true));
            case LLAMA3 -> sequence(split(WORDS + "\\p{N}{1,3}" + REST), byteLevel(false, false));
            case QWEN2 -> sequence(split(WORDS + "\\p{N}" + REST), byteLevel(false, false));
        };
    }

    /// The byte alphabet, as pre-tokenizer and as decoder.
    ///
    /// @param usesRegex whether it also cuts text by the pattern of GPT-2
    static ObjectNode byteLevel(boolean addPrefixSpace, boolean usesRegex) {
        return typed("ByteLevel")
                .put("add_prefix_space", addPrefixSpace)
                .put("trim_offsets", true)
                .put("use_regex", usesRegex);
    }

    private static ObjectNode split(String pattern) {
        ObjectNode split = typed("Split");
        split.putObject("pattern").put("Regex", pattern);
        return split.put("behavior", "Isolated").put("invert", false);
    }

    private static ObjectNode sequence(ObjectNode first, ObjectNode second) {
        ObjectNode sequence = typed("Sequence");
        sequence.putArray("pretokenizers").add(first).add(second);
        return sequence;
    }

    private static ObjectNode typed(String type) {
        return JsonMapper.shared().createObjectNode().put("type", type);
    }
}
