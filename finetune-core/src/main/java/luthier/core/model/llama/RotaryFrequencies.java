package luthier.core.model.llama;

import java.util.ArrayList;
import java.util.List;
import luthier.core.model.folder.ConfigObject;
import luthier.core.model.folder.ModelConfig;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Inverse frequencies of the rotary positions, `theta^(-2i / headSize)`, with the scalings `linear` and `llama3`
/// (transformers' modeling_rope_utils.py). Computed in fp32 as there.
final class RotaryFrequencies {
    private RotaryFrequencies() {}

    static List<Float> of(ModelConfig config, int headSize) throws LuthierException {
        ConfigObject parameters = config.object("rope_parameters");
        ConfigObject scaling = parameters == null ? config.object("rope_scaling") : parameters;
        double theta = parameters == null
                ? config.decimal("rope_theta", 10_000)
                : parameters.decimal("rope_theta", config.decimal("rope_theta", 10_000));
        List<Float> plain = new ArrayList<>();
        for (int i = 0; i < headSize / 2; i++) {
            float exponent = (float) (2 * i) / headSize;
            plain.add(1f / (float) Math.pow(theta, exponent));
        }
        return scaled(plain, scaling);
    }

    private static List<Float> scaled(List<Float> plain, @Nullable ConfigObject scaling) throws LuthierException {
        String type = scaling == null ? "default" : scaling.text("rope_type", scaling.text("type", "default"));
        if (scaling == null || type.equals("default")) {
            return plain;
        }
        return switch (type) {
            case "linear" -> {
                float factor = (float) scaling.decimal("factor");
                yield plain.stream().map(frequency -> frequency / factor).toList();
            }
            case "llama3" -> llama3(plain, scaling);
            default ->
                throw scaling.refuse("rope_type", "is \"" + type + "\"; supported are default, linear and llama3");
        };
    }

    private static List<Float> llama3(List<Float> plain, ConfigObject scaling) throws LuthierException {
        float factor = (float) scaling.decimal("factor");
        float low = (float) scaling.decimal("low_freq_factor");
        float high = (float) scaling.decimal("high_freq_factor");
        float original = scaling.intValue("original_max_position_embeddings");
        List<Float> scaled = new ArrayList<>();
        for (float frequency : plain) {
            float wavelength = (float) (2 * Math.PI) / frequency;
            if (wavelength < original / high) {
                scaled.add(frequency);
            } else if (wavelength > original / low) {
                scaled.add(frequency / factor);
            } else {
                float smooth = (original / wavelength - low) / (high - low);
                scaled.add((1 - smooth) * frequency / factor + smooth * frequency);
            }
        }
        return scaled;
    }
}
