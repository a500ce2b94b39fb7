package luthier.core.model.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import luthier.core.model.DType;
import luthier.core.model.JsonText;
import luthier.core.model.Unreadable;
import luthier.core.model.folder.ModelFolder;
import luthier.core.model.safetensors.CheckpointWriter;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns a GGUF file of the Llama architecture into a model folder. Weights are decoded and stored as bf16, or in
/// their own type when the file is not quantised.
public final class GgufImport {
    private GgufImport() {}

    /// Everything is checked before the first byte is written; the folder appears when it is complete.
    ///
    /// @param overwrite whether a model that is in the folder already may be replaced
    /// @throws LuthierException with an `UnreadableModel` when the file cannot be imported, a `DiskFailure` when
    ///     the folder cannot be written or something else is in it
    public static ImportedModel run(Path gguf, Path folder, boolean overwrite, ImportProgress progress)
            throws LuthierException {
        ImportTarget target = ImportTarget.check(folder, overwrite);
        try (GgufFile file = GgufFile.open(gguf)) {
            requireLlama(file);
            LlamaSizes sizes = LlamaSizes.read(file);
            List<TensorMove> moves = LlamaTensors.find(file, sizes);
            DType weightType = WeightConversion.targetType(moves);
            SpecialIds ids = SpecialIds.read(file.metadata(), sizes.vocabulary());
            BytePairTokenizer tokenizer = BytePairTokenizer.read(file.metadata(), ids, sizes.vocabulary());
            ObjectNode config = LlamaConfigFile.make(file, sizes, ids, weightType);
            ObjectNode tokenizerConfig =
                    tokenizer.configJson(config.path("max_position_embeddings").intValue());
            ObjectNode generation = JsonMapper.shared().createObjectNode();
            ids.writeTo(generation, true);

            WeightConversion conversion = new WeightConversion(moves, weightType, progress);
            List<TensorToWrite> tensors =
                    moves.stream().map(conversion::converted).toList();
            target.write(aside -> {
                JsonText.write(aside.resolve(ModelFolder.CONFIG_FILE), config);
                JsonText.write(aside.resolve(ModelFolder.GENERATION_FILE), generation);
                JsonText.write(aside.resolve(ModelFolder.TOKENIZER_CONFIG_FILE), tokenizerConfig);
                JsonText.write(
                        aside.resolve(ModelFolder.TOKENIZER_FILE),
                        tokenizer.tokenizerJson().toString());
                CheckpointWriter.write(aside, tensors, CheckpointWriter.SHARD_BYTES);
            });
            return new ImportedModel(folder, weightType, notices(moves, tokenizer));
        }
    }

    private static void requireLlama(GgufFile file) throws LuthierException {
        String architecture = file.metadata().text("general.architecture");
        if (!architecture.equals("llama")) {
            throw Unreadable.model(
                    file.path(),
                    "The architecture " + architecture + " cannot be imported.",
                    "Choose a model of the Llama architecture.");
        }
        if (file.metadata().intValue("llama.expert_count", 0) > 0) {
            throw Unreadable.model(
                    file.path(), "This is a mixture of experts, which is not supported.", "Choose another model.");
        }
    }

    private static List<String> notices(List<TensorMove> moves, BytePairTokenizer tokenizer) {
        List<String> notices = new ArrayList<>(tokenizer.notices());
        String quantised = WeightConversion.matrixTypes(moves).stream()
                .filter(type -> type.blockElements() > 1)
                .map(GgufType::name)
                .collect(Collectors.joining(", "));
        if (!quantised.isEmpty()) {
            notices.add("The weights come from a quantised file (" + quantised
                    + "): they are the rounded ones, not the published ones.");
        }
        return notices;
    }
}
