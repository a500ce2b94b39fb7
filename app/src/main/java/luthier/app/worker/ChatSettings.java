package luthier.app.worker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import luthier.core.run.BasePrecision;
import org.jspecify.annotations.Nullable;

/// With whom to chat, and how it answers.
///
/// @param adapter folder of an adapter, null for the model alone
/// @param temperature 0 takes the likeliest token each time
/// @param system null leaves the template's own
public record ChatSettings(
        Path model,
        @Nullable Path adapter,
        BasePrecision precision,
        int maxNewTokens,
        double temperature,
        double topP,
        long seed,
        @Nullable String system) {

    Map<String, @Nullable Object> request() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("model", model.toAbsolutePath().normalize());
        request.put("adapter", adapter == null ? null : adapter.toAbsolutePath().normalize());
        request.put("precision", precision.id());
        request.put("maxNewTokens", maxNewTokens);
        request.put("temperature", temperature);
        request.put("topP", topP);
        request.put("seed", seed);
        request.put("system", system);
        return request;
    }
}
