package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.FakeValues;
import luthier.adapters.FixtureCase;
import luthier.adapters.Fixtures;
import luthier.adapters.TinyLlama;
import luthier.adapters.peft.LowRank;
import luthier.adapters.peft.PeftAdapter;
import luthier.adapters.peft.PeftAdapterReader;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fixture")
class LoraWriterTest {
    private static final Blueprint MODEL = TinyLlama.tied();

    @ParameterizedTest
    @EnumSource
    void writesTheSettingsByteForByteAsPeft(FixtureCase each) throws Exception {
        // The fixtures' bases lie three folders up from their adapters.
        Path place = Files.createDirectories(folder.resolve("lora/case/adapter"));
        Path base = copyOfBase(folder.resolve("models/llama"));
        write(each, place, base);
        assertThat(place.resolve("adapter_config.json"))
                .hasSameBinaryContentAs(each.file("adapter/adapter_config.json"));
    }

    @ParameterizedTest
    @EnumSource
    void writesTheTensorsByteForByteAsPeft(FixtureCase each) throws Exception {
        write(each, folder, Fixtures.file(FixtureCase.BASE));
        assertThat(folder.resolve("adapter_model.safetensors"))
                .hasSameBinaryContentAs(each.file("adapter/adapter_model.safetensors"));
    }

    @TempDir
    Path folder;

    private static void write(FixtureCase each, Path place, Path base) throws IOException, LuthierException {
        PeftAdapter peft = PeftAdapterReader.read(each.file("adapter"), MODEL);
        Map<String, float[]> values = new HashMap<>();
        for (Map.Entry<String, LowRank> module : peft.modules().entrySet()) {
            values.put(module.getKey() + ".lora_A.weight", module.getValue().down());
            values.put(module.getKey() + ".lora_B.weight", module.getValue().up());
        }
        LoraTuning tuning = new LoraTuning();
        tuning.writer()
                .write(
                        place,
                        each.settings(),
                        MODEL,
                        tuning.plan(each.settings(), MODEL),
                        new FakeValues(base, values));
        assertThat(Files.list(place).map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(List.of("adapter_config.json", "adapter_model.safetensors"));
    }

    private static Path copyOfBase(Path target) throws IOException {
        Files.createDirectories(target);
        Files.copy(Fixtures.file(FixtureCase.BASE).resolve("config.json"), target.resolve("config.json"));
        return target;
    }
}
