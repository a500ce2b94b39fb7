package luthier.adapters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.adapters.lora.LoraSettings;

/// Adapters that PEFT made of the tiny Llama, with the settings it was given.
public enum FixtureCase {
    LLAMA(
            "llama",
            new LoraSettings(4, 8, 0, List.of("q_proj", "v_proj", "down_proj"), List.of(), Map.of(), Map.of(), false)),
    RSLORA("llama-rslora", new LoraSettings(8, 8, 0, List.of("q_proj", "v_proj"), List.of(), Map.of(), Map.of(), true)),
    PATTERNS(
            "llama-patterns",
            new LoraSettings(
                    4,
                    8,
                    0,
                    List.of("all-linear"),
                    List.of(),
                    Map.of("down_proj", 2, "0.self_attn.q_proj", 8),
                    Map.of("up_proj", 4.0),
                    false));

    public static final String BASE = "models/llama";

    private final String folder;
    private final LoraSettings settings;

    FixtureCase(String folder, LoraSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    public LoraSettings settings() {
        return settings;
    }

    public Path file(String name) {
        return Fixtures.file("lora/" + folder + "/" + name);
    }
}
