package luthier.datasets.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartArgumentsTest {
    @Test
    void takesTheFolderAndNumbersInAnyOrder() throws LuthierException {
        assertThat(QuickstartArguments.of(List.of("--seed", "3", "out", "--characters", "900")))
                .isEqualTo(new QuickstartArguments("out", 3, 900));
        assertThat(QuickstartArguments.of(List.of("out")))
                .isEqualTo(new QuickstartArguments("out", QuickstartArguments.SEED, QuickstartArguments.CHARACTERS));
    }

    @ParameterizedTest
    @CsvSource({"--seed;3, OUT_FOLDER", "out;--seed, --seed", "out;--seed;x, --seed", "out;more, more", "out;--x, --x"})
    void namesTheArgumentThatIsWrong(String arguments, String field) {
        assertThatThrownBy(() -> QuickstartArguments.of(List.of(arguments.split(";", -1))))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("field=" + field);
    }
}
