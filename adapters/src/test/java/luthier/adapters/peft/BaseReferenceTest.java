package luthier.adapters.peft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "work/models/llama, work/runs/1/adapter, ../../../models/llama",
        "cache/models--HuggingFaceTB--SmolLM2-135M/snapshots/93efa2f, work/adapter, HuggingFaceTB/SmolLM2-135M",
        "cache/models--gpt2/snapshots/93efa2f, cache/adapter, ../models--gpt2/snapshots/93efa2f"
    })
    void isTheHubsNameOrThePath(String base, String adapter, String expected) {
        assertThat(BaseReference.of(Path.of(base), Path.of(adapter))).isEqualTo(expected);
    }
}
