package luthier.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private final Answer answer = new Answer(Map.of(
            "text",
            "a",
            "number",
            3,
            "loss",
            1.5,
            "nan",
            "NaN",
            "flag",
            true,
            "list",
            List.of(Map.of("n", 1)),
            "object",
            Map.of("n", 2),
            "words",
            List.of("x", "y")));

    @Test
    void valuesAreReadByType() throws LuthierException {
        assertThat(answer.text("text")).isEqualTo("a");
        assertThat(answer.number("number")).isEqualTo(3);
        assertThat(answer.decimal("number")).isEqualTo(3.0);
        assertThat(answer.decimal("loss")).isEqualTo(1.5);
        assertThat(answer.decimal("nan")).isNaN();
        assertThat(answer.flag("flag")).isTrue();
        assertThat(answer.object("object").number("n")).isEqualTo(2);
        assertThat(answer.objects("list").getFirst().number("n")).isEqualTo(1);
        assertThat(answer.texts("words")).containsExactly("x", "y");
        assertThat(answer.has("absent")).isFalse();
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsTheWorkersFault() {
        assertThatThrownBy(() -> answer.text("number")).isInstanceOf(LuthierException.class);
        assertThatThrownBy(() -> answer.decimal("text")).isInstanceOf(LuthierException.class);
        assertThatThrownBy(() -> answer.objects("words")).isInstanceOf(LuthierException.class);
        assertThatThrownBy(() -> answer.number("absent"))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("absent");
    }
}
