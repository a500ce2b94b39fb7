package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import luthier.adapters.Refused;
import luthier.core.catalog.Field;
import luthier.core.catalog.SettingsReader;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoraSettingsTest {
    @Test
    void isReadFromAProjectsValues() throws LuthierException {
        LoraSettings settings = read(Map.of(
                "rank",
                4,
                "alpha",
                8,
                "targetModules",
                List.of("q_proj", "v_proj"),
                "rankPattern",
                Map.of("down_proj", 2),
                "useRslora",
                true));
        assertThat(settings)
                .isEqualTo(new LoraSettings(
                        4, 8, 0, List.of("q_proj", "v_proj"), List.of(), Map.of("down_proj", 2), Map.of(), true));
    }

    @Test
    void takesARegularExpressionAsText() throws LuthierException {
        assertThat(read(Map.of("targetModules", ".*\\.(q|v)_proj")).targetModules())
                .containsExactly(".*\\.(q|v)_proj");
    }

    @Test
    void scalesByTheRankOrItsRoot() throws LuthierException {
        assertThat(read(Map.of()).scale(4, 8)).isEqualTo(2);
        assertThat(read(Map.of("useRslora", true)).scale(4, 8)).isEqualTo(4);
    }

    static List<List<Object>> refused() {
        return List.of(
                List.of("rank", 0, "tuning.rank", "must be 1 or more"),
                List.of("alpha", 0, "tuning.alpha", "must be above 0"),
                List.of("dropout", 1, "tuning.dropout", "must be at least 0 and below 1"),
                List.of("dropout", -0.1, "tuning.dropout", "must be at least 0 and below 1"),
                List.of(
                        "targetModules",
                        List.of(),
                        "tuning.targetModules",
                        "must name at least one module, or `all-linear`"),
                List.of("targetModules", List.of("q_proj", " "), "tuning.targetModules", "must not hold an empty name"),
                List.of(
                        "targetModules",
                        List.of("q_proj", "v.*"),
                        "tuning.targetModules",
                        "must be names, or one regular expression alone; `v.*` is no plain name"),
                List.of(
                        "targetModules",
                        List.of("q_proj", "all-linear"),
                        "tuning.targetModules",
                        "must be `all-linear` alone, or names without it"),
                List.of(
                        "excludeModules",
                        "(",
                        "tuning.excludeModules",
                        "must be names or a regular expression; `(` is neither: Unclosed group"),
                List.of("rankPattern", Map.of("q_proj", 0), "tuning.rankPattern", "must give 1 or more for `q_proj`"),
                List.of(
                        "alphaPattern",
                        Map.of("q_proj", 0),
                        "tuning.alphaPattern",
                        "must give more than 0 for `q_proj`"),
                List.of(
                        "alphaPattern",
                        Map.of("[", 1),
                        "tuning.alphaPattern",
                        "must be names or a regular expression; `[` is neither: Unclosed character class"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCannotBe(List<Object> row) {
        var failure = Refused.spec(() -> read(Map.of((String) row.get(0), row.get(1))));
        assertThat(failure.field()).isEqualTo(row.get(2));
        assertThat(failure.problem()).isEqualTo(row.get(3));
    }

    @Test
    void hasAFieldForEveryComponentInItsOrder() {
        assertThat(new LoraTuning().info().fields().stream().map(Field::name))
                .containsExactly(Arrays.stream(LoraSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    private static LoraSettings read(Map<String, Object> values) throws LuthierException {
        return SettingsReader.read(LoraSettings.class, values, "luthier.json", "tuning");
    }
}
