package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.TinyLlama;
import luthier.adapters.peft.PeftConfig;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class PeftTermsTest {
    @Test
    void shortensALongListToLastNames() throws LuthierException {
        assertThat(terms(List.of("all-linear"), Map.of(), 3).targetModules())
                .containsExactlyInAnyOrder("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");
    }

    @Test
    void listsPathsWhereLastNamesWouldMeanMore() throws LuthierException {
        LoraSettings settings = new LoraSettings(
                8, 16, 0, List.of("all-linear"), List.of("model.layers.0.mlp.up_proj"), Map.of(), Map.of(), false);
        PeftConfig config = PeftTerms.of(settings, TinyLlama.of(3, true), "base");
        assertThat(config.targetModules()).contains("up_proj").hasSize(7);
        assertThat(config.excludeModules()).containsExactly("model.layers.0.mlp.up_proj");
        assertThat(terms(List.of("all-linear"), Map.of(), 2).targetModules())
                .hasSize(14)
                .contains("model.layers.0.mlp.up_proj");
    }

    @Test
    void givesEachModuleItsOwnRankWhereSortingWouldChangeIt() throws LuthierException {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        ranks.put("q_proj", 2);
        ranks.put("0.self_attn.q_proj", 4);
        PeftConfig config = terms(List.of("q_proj", "v_proj"), ranks, 2);
        assertThat(config.rankPattern())
                .isEqualTo(Map.of(
                        "model.layers.0.self_attn.q_proj", 2,
                        "model.layers.0.self_attn.v_proj", 8,
                        "model.layers.1.self_attn.q_proj", 2,
                        "model.layers.1.self_attn.v_proj", 8));
    }

    private static PeftConfig terms(List<String> targets, Map<String, Integer> ranks, int layers)
            throws LuthierException {
        Blueprint model = TinyLlama.of(layers, true);
        return PeftTerms.of(new LoraSettings(8, 16, 0, targets, List.of(), ranks, Map.of(), false), model, "base");
    }
}
