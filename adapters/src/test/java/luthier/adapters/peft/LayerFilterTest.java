package luthier.adapters.peft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerFilterTest {
    @ParameterizedTest
    @CsvSource({
        "model.layers.1.self_attn.q_proj, '', true",
        "model.layers.11.self_attn.q_proj, '', false",
        "model.layers.1.mlp.experts.2.up_proj, '', true",
        "model.layers.2.mlp.experts.1.up_proj, '', false",
        "model.layers.1.self_attn.q_proj, layers, true",
        "model.layers.1.self_attn.q_proj, blocks, false",
        "lm_head, '', false"
    })
    void keepsTheModulesOfLayerOne(String module, String pattern, boolean kept) {
        List<String> names = pattern.isEmpty() ? List.of() : List.of(pattern);
        assertThat(LayerFilter.of(List.of(1), names).keeps(module)).isEqualTo(kept);
    }

    @Test
    void keepsAllWithoutLayers() {
        assertThat(LayerFilter.of(List.of(), List.of()).keeps("lm_head")).isTrue();
    }
}
