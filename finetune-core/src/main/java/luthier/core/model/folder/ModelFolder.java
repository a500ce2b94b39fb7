package luthier.core.model.folder;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import luthier.core.model.Unreadable;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.WeightFiles;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// A model folder in the Hugging Face layout, opened and checked; weights are opened by [#openWeights].
public final class ModelFolder {
    public static final String CONFIG_FILE = "config.json";
    public static final String GENERATION_FILE = "generation_config.json";
    public static final String TOKENIZER_FILE = "tokenizer.json";
    public static final String TOKENIZER_CONFIG_FILE = "tokenizer_config.json";

    /// transformers writes 10^30 for "no limit" and takes anything above this for it.
    private static final BigDecimal NO_LIMIT = new BigDecimal("1e20");

    private final Path path;
    private final ModelConfig config;
    private final ConfigObject generation;
    private final ConfigObject tokenizerConfig;
    private final SpecialTokens specialTokens;
    private final int tokenizerSize;
    private final SequencedMap<String, String> chatTemplates;

    private ModelFolder(Path path, ModelConfig config) throws LuthierException {
        this.path = path;
        this.config = config;
        generation = ConfigObject.readIfPresent(path.resolve(GENERATION_FILE));
        tokenizerConfig = ConfigObject.readIfPresent(path.resolve(TOKENIZER_CONFIG_FILE));
        ConfigObject tokensMap = ConfigObject.readIfPresent(path.resolve("special_tokens_map.json"));
        TokenIds ids = TokenIds.read(tokenizerFile());
        specialTokens = SpecialTokens.read(tokenizerConfig, tokensMap, ids);
        tokenizerSize = ids.size();
        chatTemplates = ChatTemplates.read(path, tokenizerConfig);
    }

    /// Opens a folder whose model can be trained.
    ///
    /// @param modelTypes the values of `model_type` that the program knows
    /// @throws LuthierException with an `UnreadableModel`: no model folder, an unsupported model, pickled weights
    ///     only, no `tokenizer.json`, or a value of the wrong type
    public static ModelFolder open(Path path, Set<String> modelTypes) throws LuthierException {
        return open(path, modelTypes, true);
    }

    /// Opens the folder of a model to be made: all but the weights.
    public static ModelFolder openNew(Path path, Set<String> modelTypes) throws LuthierException {
        return open(path, modelTypes, false);
    }

    private static ModelFolder open(Path path, Set<String> modelTypes, boolean weights) throws LuthierException {
        if (!Files.isDirectory(path)) {
            throw Unreadable.model(
                    path,
                    Files.exists(path) ? "This is a file, not a model folder." : "The folder does not exist.",
                    path.toString().endsWith(".gguf")
                            ? "Import the GGUF file first."
                            : "Choose a folder with a config.json.");
        }
        if (!Files.exists(path.resolve(CONFIG_FILE))) {
            throw Files.exists(path.resolve("adapter_config.json"))
                    ? Unreadable.model(path, "This folder holds an adapter, not a model.", "Choose its base model.")
                    : Unreadable.model(path, "The folder holds no config.json.", "Choose a folder with a config.json.");
        }
        ModelConfig config = ModelConfig.read(path.resolve(CONFIG_FILE));
        config.requireSupported(modelTypes);
        if (weights) {
            WeightFiles.find(path);
        }
        if (!Files.exists(path.resolve(TOKENIZER_FILE))) {
            throw Unreadable.model(
                    path, "The folder holds no tokenizer.json.", "Get the model's fast tokenizer (tokenizer.json).");
        }
        return new ModelFolder(path, config);
    }

    public Path path() {
        return path;
    }

    public ModelConfig config() {
        return config;
    }

    /// `generation_config.json`; without keys when the folder has none.
    public ConfigObject generation() {
        return generation;
    }

    /// `tokenizer_config.json`; without keys when the folder has none.
    public ConfigObject tokenizerConfig() {
        return tokenizerConfig;
    }

    public Path tokenizerFile() {
        return path.resolve(TOKENIZER_FILE);
    }

    /// One more than the tokenizer's largest id; the model needs at least as many embedding rows.
    public int tokenizerSize() {
        return tokenizerSize;
    }

    /// Checks that every token has an embedding row; more rows than tokens are normal.
    ///
    /// @throws LuthierException with both numbers
    public void requireRows(int embeddingRows) throws LuthierException {
        if (tokenizerSize > embeddingRows) {
            throw Unreadable.model(
                    path,
                    "The tokenizer has " + tokenizerSize + " tokens, the model only " + embeddingRows + " rows.",
                    "Choose the tokenizer.json that belongs to this model.");
        }
    }

    public SpecialTokens specialTokens() {
        return specialTokens;
    }

    /// Ids at which generation ends: those of the generation settings, of the configuration and the tokenizer's eos.
    public SequencedSet<Integer> stopIds() throws LuthierException {
        SequencedSet<Integer> ids = new LinkedHashSet<>(generation.ints("eos_token_id"));
        ids.addAll(config.ints("eos_token_id"));
        Integer eos = specialTokens.id("eos");
        if (eos != null) {
            ids.add(eos);
        }
        return Collections.unmodifiableSequencedSet(ids);
    }

    /// The id to fill rows with: the tokenizer's pad, else a configured one from 0 on, else eos; null when there is
    /// none of them. It carries no meaning, since rows are masked by their length.
    public @Nullable Integer padId() throws LuthierException {
        Integer pad = specialTokens.id("pad");
        if (pad != null) {
            return pad;
        }
        for (ConfigObject source : List.of(generation, config)) {
            int id = source.intValue("pad_token_id", -1);
            if (id >= 0) {
                return id;
            }
        }
        Integer eos = specialTokens.id("eos");
        return eos != null ? eos : stopIds().stream().findFirst().orElse(null);
    }

    /// The longest row in tokens that tokenizer and model allow; null when neither gives a limit.
    public @Nullable Integer longestRow() throws LuthierException {
        int limit = config.intValue("max_position_embeddings", config.intValue("n_positions", Integer.MAX_VALUE));
        BigDecimal tokenizerLimit = tokenizerConfig.bigDecimal("model_max_length");
        if (tokenizerLimit != null && tokenizerLimit.compareTo(NO_LIMIT) <= 0) {
            limit = tokenizerLimit.min(BigDecimal.valueOf(limit)).intValue();
        }
        return limit == Integer.MAX_VALUE ? null : limit;
    }

    /// Templates by name; empty when the model has none.
    public SequencedMap<String, String> chatTemplates() {
        return Collections.unmodifiableSequencedMap(chatTemplates);
    }

    /// The template for plain conversations: the only one or the one named `default`; null when the model has none.
    ///
    /// @throws LuthierException when there are several and none is the default
    public @Nullable String chatTemplate() throws LuthierException {
        if (chatTemplates.isEmpty() || chatTemplates.containsKey(ChatTemplates.DEFAULT)) {
            return chatTemplates.get(ChatTemplates.DEFAULT);
        }
        if (chatTemplates.size() == 1) {
            return chatTemplates.firstEntry().getValue();
        }
        throw tokenizerConfig.refuse(
                "chat_template", "has no template named default, only " + String.join(", ", chatTemplates.keySet()));
    }

    /// Opens the weights; the caller closes them.
    public Checkpoint openWeights() throws LuthierException {
        return Checkpoint.open(path);
    }

    /// What is odd about the folder but no reason to refuse it, one sentence each.
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (config.hasCustomCode()) {
            notices.add("The model's own Python code is ignored: Luthier knows this family.");
        }
        return notices;
    }
}
