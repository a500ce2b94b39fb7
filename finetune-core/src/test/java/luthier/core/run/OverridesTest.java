package luthier.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private static final RunSpec SPEC = new RunSpec(
            "tickets",
            Path.of("model").toAbsolutePath(),
            BasePrecision.BF16,
            new MethodSpec("lora", Map.of("rank", 16, "dropout", 0.1)),
            new MethodSpec("adamw", Map.of()),
            new DataSpec(Path.of("t.csv").toAbsolutePath(), null, "auto", Map.of(), 0.05, 512, false),
            TrainingSpec.DEFAULTS,
            "auto");

    private static RunSpec with(String... changes) throws LuthierException {
        return Overrides.apply(SPEC, List.of(changes));
    }

    @Test
    void noChangeGivesTheSameSpecification() throws LuthierException {
        assertThat(with()).isEqualTo(SPEC);
    }

    @Test
    void dottedKeysReachEveryPart() throws LuthierException {
        RunSpec changed = with(
                "training.learningRate=1e-4",
                "training.schedule=linear",
                "training.maxSteps = 20",
                "data.maxLength=256",
                "data.lastTurnOnly=true",
                "data.columns.output=answer",
                "data.evaluation=held-out.csv",
                "precision=fp32",
                "device=cuda:1",
                "name=other");
        assertThat(changed.training().learningRate()).isEqualTo(1e-4);
        assertThat(changed.training().schedule()).isEqualTo(Schedule.LINEAR);
        assertThat(changed.training().maxSteps()).isEqualTo(20);
        assertThat(changed.data().maxLength()).isEqualTo(256);
        assertThat(changed.data().lastTurnOnly()).isTrue();
        assertThat(changed.data().columns()).containsExactly(Map.entry("output", "answer"));
        assertThat(changed.data().evaluation())
                .isEqualTo(Path.of("held-out.csv").toAbsolutePath());
        assertThat(changed.precision()).isEqualTo(BasePrecision.FP32);
        assertThat(changed.device()).isEqualTo("cuda:1");
        assertThat(changed.name()).isEqualTo("other");
    }

    @Test
    void aMethodsSettingTakesAnyJsonValueOrPlainText() throws LuthierException {
        RunSpec changed = with(
                "tuning.rank=8",
                "tuning.targetModules=[\"q_proj\",\"v_proj\"]",
                "tuning.note=all-linear",
                "optimizer.beta1=0.8");
        assertThat(changed.tuning().settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "rank", 8, "dropout", 0.1, "targetModules", List.of("q_proj", "v_proj"), "note", "all-linear"));
        assertThat(changed.optimizer().settings()).isEqualTo(Map.of("beta1", 0.8));
    }

    @Test
    void anotherMethodStartsFromItsOwnDefaults() throws LuthierException {
        assertThat(with("tuning=full").tuning()).isEqualTo(new MethodSpec("full", Map.of()));
        assertThat(with("tuning.id=full", "tuning.x=1").tuning()).isEqualTo(new MethodSpec("full", Map.of("x", 1)));
        assertThat(with("tuning=lora").tuning()).isEqualTo(SPEC.tuning());
    }

    @Test
    void aMisspeltKeyIsRefusedWithTheClosestAndAllKnownOnes() {
        assertThatThrownBy(() -> with("training.learningrate=1"))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.InvalidSpec.class, failure -> {
                            assertThat(failure.where()).isEqualTo("command line");
                            assertThat(failure.field()).isEqualTo("training.learningrate");
                            assertThat(failure.problem())
                                    .contains("did you mean `training.learningRate`?")
                                    .contains("training.seed, training.threads");
                        }));
    }

    @Test
    void brokenChangesNameTheirKey() {
        assertRefused("training.batchSize=many", "training.batchSize");
        assertRefused("training.batchSize=0", "training.batchSize");
        assertRefused("training.batchSize=1.5", "training.batchSize");
        assertRefused("precision=fp12", "precision");
        assertRefused("device=tpu", "device");
        assertRefused("training=1", "training");
        assertRefused("data=1", "data");
        assertRefused("colour=blue", "colour");
        assertRefused("rank", "rank");
        assertRefused("=1", "=1");
        assertRefused("data.lastTurnOnly=perhaps", "data.lastTurnOnly");
    }

    private static void assertRefused(String change, String field) {
        assertThatThrownBy(() -> with(change))
                .as(change)
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.InvalidSpec.class, failure -> {
                            assertThat(failure.where()).isEqualTo("command line");
                            assertThat(failure.field()).isEqualTo(field);
                        }));
    }
}
