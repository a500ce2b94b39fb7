package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import luthier.adapters.FixtureCase;
import luthier.adapters.Refused;
import luthier.adapters.TinyLlama;
import luthier.core.model.Site;
import luthier.core.model.safetensors.SafetensorsFile;
import luthier.core.run.LuthierException;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Constant;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Injection;
import luthier.core.tuning.TuningPlan.Piece;
import luthier.core.tuning.TuningPlan.Trained;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoraTuningTest {
    private static final String Q = "model.layers.1.self_attn.q_proj";
    private static final String V = "model.layers.1.self_attn.v_proj";

    @Test
    void stacksTheProjectionsOfAGroup() throws LuthierException {
        LoraSettings settings = new LoraSettings(
                4,
                8,
                0.1,
                List.of("1.self_attn.v_proj", "1.self_attn.q_proj"),
                List.of(),
                Map.of("v_proj", 2),
                Map.of(),
                false);
        TuningPlan plan = new LoraTuning().plan(settings, TinyLlama.tied());

        assertThat(plan.trained())
                .containsExactly(
                        new Trained(Q + ".lora_A.weight", 2, "qkv.a.0", 4, 64, new Initial.Uniform(0.125), true),
                        new Trained(Q + ".lora_B.weight", 2, "qkv.b.0", 64, 4, new Initial.Zero(), true),
                        new Trained(V + ".lora_A.weight", 2, "qkv.a.1", 2, 64, new Initial.Uniform(0.125), true),
                        new Trained(V + ".lora_B.weight", 2, "qkv.b.1", 32, 2, new Initial.Zero(), true));
        assertThat(plan.injections())
                .containsExactly(
                        new Injection(
                                2,
                                "qkv.a",
                                6,
                                64,
                                List.of(
                                        new Piece(Q + ".lora_A.weight", 0, 0, 2),
                                        new Piece(V + ".lora_A.weight", 4, 0, 4))),
                        new Injection(
                                2,
                                "qkv.b",
                                128,
                                6,
                                List.of(
                                        new Piece(Q + ".lora_B.weight", 0, 0, 1),
                                        new Piece(V + ".lora_B.weight", 96, 4, 1))));
        assertThat(plan.constants())
                .containsExactly(
                        new Constant(
                                2,
                                "qkv.parts",
                                false,
                                List.of(List.of(0.0, 4.0, 0.0, 64.0), List.of(4.0, 2.0, 96.0, 32.0))),
                        new Constant(2, "qkv.scales", true, List.of(List.of(2.0, 4.0))));
        assertThat(plan.dropout()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("fixture")
    void trainsTheTensorsThatPeftTrains(FixtureCase each) throws LuthierException {
        Map<String, List<Long>> planned = new TreeMap<>();
        for (Trained trained :
                new LoraTuning().plan(each.settings(), TinyLlama.tied()).trained()) {
            planned.put(
                    "base_model.model." + trained.name(),
                    Arrays.stream(trained.shape()).boxed().toList());
        }
        Map<String, List<Long>> peft = new TreeMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(each.file("adapter/adapter_model.safetensors"))) {
            file.tensors().forEach((name, header) -> peft.put(name, header.shape()));
        }
        assertThat(planned).isEqualTo(peft);
    }

    @Property(tries = 100)
    void countsRankTimesInputsAndOutputs(
            @ForAll @IntRange(min = 1, max = 32) int rank,
            @ForAll @IntRange(min = 1, max = 4) int layers,
            @ForAll @Size(min = 1) Set<Named> named)
            throws LuthierException {
        List<String> names = new TreeSet<>(named).stream().map(Named::module).toList();
        LoraSettings settings = new LoraSettings(rank, 16, 0, names, List.of(), Map.of(), Map.of(), false);
        var model = TinyLlama.of(layers, true);
        long expected = model.sites().stream()
                .filter(site -> names.stream().anyMatch(site.module()::endsWith))
                .mapToLong((Site site) -> rank * (site.input() + site.output()))
                .sum();
        assertThat(new LoraTuning().plan(settings, model).parameters())
                .isEqualTo(expected)
                .isPositive();
    }

    enum Named {
        Q_PROJ,
        K_PROJ,
        V_PROJ,
        O_PROJ,
        GATE_PROJ,
        UP_PROJ,
        DOWN_PROJ,
        LM_HEAD;

        String module() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void refusesARankAboveTheMatrixOwn() {
        LoraSettings settings =
                new LoraSettings(33, 16, 0, List.of("all-linear"), List.of(), Map.of(), Map.of(), false);
        var failure = Refused.spec(() -> new LoraTuning().plan(settings, TinyLlama.tied()));
        assertThat(failure.field()).isEqualTo("tuning.rank");
        assertThat(failure.problem())
                .isEqualTo("is 33 for model.layers.0.self_attn.k_proj, whose matrix has the rank 32 at most; choose "
                        + "less, or give it its own rank in rankPattern");
    }
}
