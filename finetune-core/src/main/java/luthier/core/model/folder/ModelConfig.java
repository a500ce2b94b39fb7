package luthier.core.model.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import luthier.core.model.DType;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `config.json`: what every family has in common. A family reads its own keys with the typed methods.
public final class ModelConfig extends ConfigObject {
    private static final String OTHER_MODEL = "Choose another model.";
    private static final List<String> EXPERT_COUNTS =
            List.of("num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts");
    private static final List<String> OTHER_INPUTS = List.of("vision_config", "audio_config");
    private static final String NEEDS_CODE = "This model needs its own Python code, which Luthier does not run.";

    private ModelConfig(Path file, ObjectNode json, Map<String, String> aliases) {
        super(file, "", json, aliases);
    }

    /// Reads the file without judging whether the model can be used; see [#requireSupported].
    ///
    /// @throws LuthierException when the file cannot be read or holds no JSON object
    public static ModelConfig read(Path file) throws LuthierException {
        return new ModelConfig(file, parse(file), Map.of());
    }

    /// The same configuration with other spellings accepted: `aliases` gives the second name of a key.
    public ModelConfig withAliases(Map<String, String> aliases) {
        return new ModelConfig(file(), json(), aliases);
    }

    /// @throws LuthierException when `model_type` is missing or no text
    public String modelType() throws LuthierException {
        if (!has("model_type")) {
            throw Unreadable.model(file(), "config.json has no model_type.", "Get the model's complete config.json.");
        }
        return text("model_type");
    }

    /// The first of `architectures`; null when there is none.
    public @Nullable String architecture() throws LuthierException {
        List<String> names = texts("architectures");
        return names.isEmpty() ? null : names.getFirst();
    }

    /// The type the weights are said to have, from `dtype` or the older `torch_dtype`; null when neither is
    /// there. Only
    /// a hint: the tensors' own types decide.
    public @Nullable DType weightType() throws LuthierException {
        String key = has("dtype") ? "dtype" : "torch_dtype";
        String name = textOrNull(key);
        return switch (name == null ? "" : name.replaceFirst("^torch\\.", "")) {
            case "" -> null;
            case "float32" -> DType.F32;
            case "float16" -> DType.F16;
            case "bfloat16" -> DType.BF16;
            case "float64" -> DType.F64;
            default -> throw refuse(key, "must be float32, float16 or bfloat16, found " + name);
        };
    }

    /// Whether the model comes with Python code of its own, which is never run.
    public boolean hasCustomCode() {
        return has("auto_map");
    }

    /// Refuses what cannot be trained as a causal language model of one of these families.
    ///
    /// @param modelTypes the values of `model_type` that the program knows
    /// @throws LuthierException with the reason
    public void requireSupported(Set<String> modelTypes) throws LuthierException {
        String type = modelType();
        if (!modelTypes.contains(type)) {
            throw hasCustomCode()
                    ? unsupported(NEEDS_CODE)
                    : unsupported("The family " + type + " is not supported. Supported: "
                            + String.join(", ", new TreeSet<>(modelTypes)) + ".");
        }
        requireUnquantised();
        for (String key : EXPERT_COUNTS) {
            if (intValue(key, 0) > 1) {
                throw unsupported(
                        "This is a mixture of experts (`" + key + "` " + intValue(key) + "), which is not supported.");
            }
        }
        for (String key : OTHER_INPUTS) {
            if (has(key)) {
                throw unsupported("This model takes more than text (`" + key + "`), which is not supported.");
            }
        }
        if (bool("is_encoder_decoder", false) && !type.equals("t5")) {
            throw unsupported("This is an encoder-decoder of the family " + type + ", which is not supported.");
        }
    }

    private void requireUnquantised() throws LuthierException {
        ConfigObject quantization = object("quantization_config");
        if (quantization == null) {
            return;
        }
        boolean loadsInBits = quantization.has("load_in_4bit") || quantization.has("load_in_8bit");
        JsonNode method = quantization.value("quant_method");
        String name = method != null ? method.asString() : loadsInBits ? "bitsandbytes" : "an unnamed method";
        throw Unreadable.model(
                file(), "The weights are already quantised with " + name + ".", "Choose the unquantised model.");
    }

    private LuthierException unsupported(String problem) {
        return Unreadable.model(file(), problem, OTHER_MODEL);
    }
}
