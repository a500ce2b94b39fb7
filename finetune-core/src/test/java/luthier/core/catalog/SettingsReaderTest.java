package luthier.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.optimizer.adamw.AdamWSettings;
import luthier.core.run.Failure;
import luthier.core.run.InvalidField;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsReaderTest {
    /// Every kind of component there is.
    public record Sample(
            int count,
            double rate,
            boolean on,
            String name,
            List<String> names,
            Map<String, Integer> counts,
            Map<String, Double> rates)
            implements Settings {
        public static final Sample DEFAULTS = new Sample(1, 0.5, true, "a", List.of("b"), Map.of(), Map.of());

        public Sample {
            if (count < 0) {
                throw new InvalidField("tuning.count", "must be 0 or more");
            }
        }
    }

    @Test
    void givesTheDefaultsWithoutValues() throws LuthierException {
        assertThat(read(Map.of())).isEqualTo(Sample.DEFAULTS);
    }

    @Test
    void takesEveryKindOfValue() throws LuthierException {
        Sample sample = read(Map.of(
                "count",
                3,
                "rate",
                2,
                "on",
                false,
                "name",
                "z",
                "names",
                List.of("x", "y"),
                "counts",
                Map.of("p", 4L),
                "rates",
                Map.of("q", 1)));
        assertThat(sample)
                .isEqualTo(new Sample(3, 2.0, false, "z", List.of("x", "y"), Map.of("p", 4), Map.of("q", 1.0)));
    }

    @Test
    void keepsTheOrderOfPatterns() throws LuthierException {
        Map<String, Object> patterns = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(key -> patterns.put(key, 1));
        assertThat(read(Map.of("counts", patterns)).counts().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void takesOneTextForAList() throws LuthierException {
        assertThat(read(Map.of("names", "only")).names()).containsExactly("only");
    }

    @Test
    void readsTheOptimisersOfThisModule() throws LuthierException {
        AdamWSettings settings =
                SettingsReader.read(AdamWSettings.class, Map.of("weightDecay", 0.1), "luthier.json", "optimizer");
        assertThat(settings).isEqualTo(new AdamWSettings(0.9, 0.999, 1e-8, 0.1, true));
    }

    @Test
    void namesTheClosestKeyForAnUnknownOne() {
        assertThat(refusal(Map.of("cuont", 1)))
                .isEqualTo(new Failure.InvalidSpec(
                        "luthier.json",
                        "tuning.cuont",
                        "is not known; there are count, rate, on, name, names, counts, rates; did you mean `count`?"));
    }

    @Test
    void passesOnWhatTheRecordRefuses() {
        assertThat(refusal(Map.of("count", -1)))
                .isEqualTo(new Failure.InvalidSpec("luthier.json", "tuning.count", "must be 0 or more"));
    }

    static List<List<Object>> wrongValues() {
        return List.of(
                List.of("count", 1.5, "tuning.count", "must be a whole number below 2147483648, not the number 1.5"),
                List.of(
                        "count",
                        3_000_000_000L,
                        "tuning.count",
                        "must be a whole number below 2147483648, not the number 3000000000"),
                List.of("count", "1", "tuning.count", "must be a whole number below 2147483648, not the text `1`"),
                List.of("rate", true, "tuning.rate", "must be a number, not true"),
                List.of("rate", Double.NaN, "tuning.rate", "must be a number, not the number NaN"),
                List.of("on", 1, "tuning.on", "must be true or false, not the number 1"),
                List.of("name", List.of(), "tuning.name", "must be text, not a list"),
                List.of("names", 7, "tuning.names", "must be a list of texts, not the number 7"),
                List.of("names", List.of("a", 7), "tuning.names[1]", "must be text, not the number 7"),
                List.of("counts", "a", "tuning.counts", "must be an object of patterns and numbers, not the text `a`"),
                List.of(
                        "counts",
                        Map.of("p", 0.5),
                        "tuning.counts.p",
                        "must be a whole number below 2147483648, not the number 0.5"),
                List.of("rates", Map.of("p", Map.of()), "tuning.rates.p", "must be a number, not an object"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void refusesAValueOfAnotherKind(List<Object> row) {
        assertThat(refusal(Map.of((String) row.get(0), row.get(1))))
                .isEqualTo(new Failure.InvalidSpec("luthier.json", (String) row.get(2), (String) row.get(3)));
    }

    private static Sample read(Map<String, Object> values) throws LuthierException {
        return SettingsReader.read(Sample.class, values, "luthier.json", "tuning");
    }

    private static Failure refusal(Map<String, Object> values) {
        LuthierException thrown = catchThrowableOfType(LuthierException.class, () -> read(values));
        assertThat(thrown).as("the values must be refused").isNotNull();
        return thrown.failure();
    }
}
