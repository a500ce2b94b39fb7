package luthier.adapters.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import luthier.core.model.DType;
import luthier.core.model.JsonText;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A base's `config.json`, changed where the written model differs from it; every other key stays as it is.
public final class ExportedConfig {
    private static final String FILE = "config.json";
    private static final String TYPE = "dtype";
    private static final String OLD_TYPE = "torch_dtype";

    private final ObjectNode json;

    private ExportedConfig(ObjectNode json) {
        this.json = json;
    }

    /// @throws LuthierException with an `UnreadableModel` when there is none or it is not a JSON object
    public static ExportedConfig of(Path base) throws LuthierException {
        Path file = base.resolve(FILE);
        try {
            if (JsonMapper.shared().readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return new ExportedConfig(object);
            }
            throw Unreadable.damaged(file, "The configuration is not a JSON object.");
        } catch (JacksonException e) {
            throw Unreadable.damaged(file, "The configuration is not valid JSON.");
        } catch (IOException e) {
            throw Unreadable.io(file, e);
        }
    }

    /// States the type of the weights, under the names that the base uses for it.
    public ExportedConfig withType(DType type) {
        String name = switch (type) {
            case F64 -> "float64";
            case F32 -> "float32";
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            case I64, I32, I16, I8, U8, BOOL -> type.name().toLowerCase(Locale.ROOT);
        };
        if (json.has(OLD_TYPE)) {
            json.put(OLD_TYPE, name);
        }
        if (json.has(TYPE) || !json.has(OLD_TYPE)) {
            json.put(TYPE, name);
        }
        return this;
    }

    /// States that the head has a matrix of its own.
    public ExportedConfig untied() {
        json.put("tie_word_embeddings", false);
        return this;
    }

    public void write(Path folder) throws LuthierException {
        JsonText.write(folder.resolve(FILE), json);
    }
}
