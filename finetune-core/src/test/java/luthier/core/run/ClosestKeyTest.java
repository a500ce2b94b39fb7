package luthier.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestKeyTest {
    private static final List<String> KNOWN = List.of("learningRate", "batchSize", "seed");

    @Test
    void caseAndAFewLettersDoNotMatter() {
        assertThat(ClosestKey.of("learningrate", KNOWN)).isEqualTo("learningRate");
        assertThat(ClosestKey.of("learning_rate", KNOWN)).isEqualTo("learningRate");
        assertThat(ClosestKey.of("sede", KNOWN)).isEqualTo("seed");
    }

    @Test
    void aStrangeKeyHasNoNeighbour() {
        assertThat(ClosestKey.of("colour", KNOWN)).isNull();
        assertThat(ClosestKey.of("x", List.of())).isNull();
    }
}
