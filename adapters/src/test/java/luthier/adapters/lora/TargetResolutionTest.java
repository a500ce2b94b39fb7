package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.adapters.Refused;
import luthier.adapters.TinyLlama;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetResolutionTest {
    private static final String FIRST = "model.layers.0.";
    private static final String SECOND = "model.layers.1.";

    record Row(String rule, List<String> targets, List<String> excluded, List<String> expected) {}

    static List<Row> rules() {
        return List.of(
                new Row(
                        "a name is the end of a path after a dot",
                        List.of("q_proj"),
                        List.of(),
                        List.of(FIRST + "self_attn.q_proj", SECOND + "self_attn.q_proj")),
                new Row(
                        "a part of a name is not enough",
                        List.of("proj", "k_proj"),
                        List.of("1.self_attn.k_proj"),
                        List.of(FIRST + "self_attn.k_proj")),
                new Row(
                        "a whole path is one module",
                        List.of(SECOND + "mlp.up_proj"),
                        List.of(),
                        List.of(SECOND + "mlp.up_proj")),
                new Row("the head can be named", List.of("lm_head"), List.of(), List.of("lm_head")),
                new Row(
                        "a regular expression matches the whole path",
                        List.of(".*1\\.mlp\\.(up|gate)_proj"),
                        List.of(),
                        List.of(SECOND + "mlp.gate_proj", SECOND + "mlp.up_proj")),
                new Row(
                        "exclusions come first",
                        List.of("v_proj"),
                        List.of(".*layers\\.0.*"),
                        List.of(SECOND + "self_attn.v_proj")),
                new Row(
                        "an excluded name is the end of a path",
                        List.of("q_proj", "o_proj"),
                        List.of("q_proj"),
                        List.of(FIRST + "self_attn.o_proj", SECOND + "self_attn.o_proj")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsTheRule(Row row) throws LuthierException {
        assertThat(modules(row.targets(), row.excluded())).isEqualTo(row.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-linear", "All-Linear"})
    void allLinearIsEverythingButTheHead(String spelling) throws LuthierException {
        assertThat(modules(List.of(spelling), List.of())).hasSize(14).doesNotContain("lm_head");
    }

    @Test
    void allLinearHeedsExclusions() throws LuthierException {
        assertThat(modules(List.of("all-linear"), List.of(".*\\.mlp\\..*"))).hasSize(8);
    }

    @Test
    void firstFittingPatternGivesRankAndAlphaAndAddsNoTargets() throws LuthierException {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        ranks.put("0.self_attn.q_proj", 2);
        ranks.put("q_proj", 3);
        ranks.put("down_proj", 5);
        LoraSettings settings = new LoraSettings(
                8, 16, 0, List.of("q_proj", "k_proj"), List.of(), ranks, Map.of("(q|v)_proj", 6.0), false);
        assertThat(TargetResolution.resolve(settings, TinyLlama.tied()))
                .extracting(target -> target.site().module(), LoraTarget::rank, LoraTarget::alpha, LoraTarget::scale)
                .containsExactly(
                        tuple(FIRST + "self_attn.q_proj", 2, 6.0, 3.0),
                        tuple(FIRST + "self_attn.k_proj", 8, 16.0, 2.0),
                        tuple(SECOND + "self_attn.q_proj", 3, 6.0, 2.0),
                        tuple(SECOND + "self_attn.k_proj", 8, 16.0, 2.0));
    }

    @Test
    void aPatternMustFitTheWholeLastNames() throws LuthierException {
        LoraSettings settings =
                new LoraSettings(8, 16, 0, List.of("q_proj"), List.of(), Map.of("proj", 2), Map.of(), false);
        assertThat(TargetResolution.resolve(settings, TinyLlama.tied()))
                .extracting(LoraTarget::rank)
                .containsOnly(8);
    }

    @Test
    void nothingMatchedNamesWhatThereIs() {
        assertThat(Refused.spec(() -> modules(List.of("query", "value"), List.of()))
                        .problem())
                .isEqualTo("matches no module of this model: query, value; there are q_proj, k_proj, v_proj, o_proj, "
                        + "gate_proj, up_proj, down_proj, lm_head");
    }

    @Test
    void nothingLeftNamesTheExclusions() {
        assertThat(Refused.spec(() -> modules(List.of("q_proj"), List.of("self_attn.q_proj")))
                        .problem())
                .startsWith(
                        "matches no module of this model: q_proj outside excludeModules self_attn.q_proj; there are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"embed_tokens", ".*embed.*"})
    void refusesAnEmbedding(String target) {
        assertThat(Refused.spec(() -> modules(List.of(target), List.of())).problem())
                .isEqualTo("means model.embed_tokens, which is an embedding; name linear modules only, or exclude it "
                        + "with excludeModules");
    }

    @Test
    void refusesANorm() {
        assertThat(Refused.spec(() -> modules(List.of("q_proj", "input_layernorm"), List.of()))
                        .problem())
                .startsWith("means model.layers.0.input_layernorm, which is not a linear module;");
    }

    private static List<String> modules(List<String> targets, List<String> excluded) throws LuthierException {
        LoraSettings settings = new LoraSettings(8, 16, 0, targets, excluded, Map.of(), Map.of(), false);
        return TargetResolution.resolve(settings, TinyLlama.tied()).stream()
                .map(target -> target.site().module())
                .toList();
    }
}
