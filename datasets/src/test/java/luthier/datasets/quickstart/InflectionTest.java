package luthier.datasets.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {
    @ParameterizedTest
    @CsvSource({
        "box, s, boxes",
        "cherry, s, cherries",
        "toy, s, toys",
        "bench, s, benches",
        "tomato, s, tomatoes",
        "lamp, s, lamps",
        "carry, ed, carried",
        "play, ed, played",
        "dance, ed, danced",
        "wait, ed, waited",
        "dance, ing, dancing",
        "see, ing, seeing",
        "orange, a, an orange",
        "lamp, a, a lamp"
    })
    void regularFormsFollowTheSpellingRules(String base, String form, String expected) {
        assertThat(Inflection.of(base, form)).isEqualTo(expected);
    }
}
