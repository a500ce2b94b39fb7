package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import luthier.adapters.FixtureCase;
import luthier.adapters.TinyLlama;
import luthier.adapters.peft.LowRank;
import luthier.adapters.peft.PeftAdapter;
import luthier.adapters.peft.PeftAdapterReader;
import luthier.core.model.Blueprint;
import luthier.core.run.LuthierException;
import luthier.core.tuning.ResultReader;
import luthier.core.tuning.StoredResult;
import luthier.core.tuning.TuningPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoraReaderTest {
    private static final Blueprint MODEL = TinyLlama.tied();

    private final ResultReader<LoraSettings> reader = new LoraTuning().reader();

    @ParameterizedTest
    @EnumSource
    @Tag("fixture")
    void thePlanOfWhatIsReadTakesExactlyItsValuesAtTheirScale(FixtureCase each) throws LuthierException {
        StoredResult<LoraSettings> stored = reader.read(each.file("adapter"), MODEL);
        TuningPlan plan = new LoraTuning().plan(stored.settings(), MODEL);
        assertThat(plan.trained())
                .extracting(TuningPlan.Trained::name)
                .containsExactlyInAnyOrderElementsOf(stored.values().keySet());
        assertThat(plan.trained())
                .allSatisfy(trained -> assertThat(stored.values().getOrDefault(trained.name(), new float[0]))
                        .hasSize((int) trained.elements()));
        PeftAdapter adapter = PeftAdapterReader.read(each.file("adapter"), MODEL);
        for (LoraTarget target : TargetResolution.resolve(stored.settings(), MODEL)) {
            LowRank pair = adapter.modules().get(target.site().module());
            assertThat(pair).isNotNull();
            if (pair != null) {
                assertThat((float) target.scale()).isEqualTo(pair.scale());
                assertThat(stored.values().get(target.downName())).isEqualTo(pair.down());
                assertThat(stored.values().get(target.upName())).isEqualTo(pair.up());
            }
        }
        assertThat(plan.dropout()).as("an answer needs no dropout").isZero();
    }

    @Test
    void onlyAFolderWithAnAdaptersConfigurationIsRecognised(@TempDir Path folder) {
        assertThat(reader.recognises(folder)).isFalse();
        assertThat(reader.recognises(FixtureCase.values()[0].file("adapter"))).isTrue();
    }
}
