package luthier.adapters.full;

import static org.assertj.core.api.Assertions.assertThat;

import luthier.adapters.TinyLlama;
import luthier.core.model.Blueprint;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Trained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullTuningTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trainsEveryNumberOnce(boolean tied) {
        Blueprint model = TinyLlama.of(3, tied);
        TuningPlan plan = new FullTuning().plan(FullSettings.DEFAULTS, model);
        assertThat(plan.parameters()).isEqualTo(model.parameters());
        assertThat(plan.trained()).extracting(Trained::name).doesNotHaveDuplicates();
        assertThat(plan.trained()).extracting(Trained::initial).containsOnly(new Initial.Base());
        assertThat(plan.injections()).isEmpty();
        assertThat(plan.constants()).isEmpty();
    }

    @Test
    void sparesNormsTheDecay() {
        TuningPlan plan = new FullTuning().plan(FullSettings.DEFAULTS, TinyLlama.tied());
        assertThat(plan.trained())
                .filteredOn(trained -> !trained.decay())
                .extracting(Trained::target)
                .containsExactly("norm1", "norm2", "norm1", "norm2", "norm");
    }

    @Test
    void namesATensorByItsStageAndKey() {
        assertThat(new FullTuning()
                        .plan(FullSettings.DEFAULTS, TinyLlama.tied())
                        .trained())
                .contains(new Trained("block.1.qkv.w", 2, "qkv.w", 128, 64, new Initial.Base(), true));
    }
}
