package luthier.core.data.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class AlpacaTest {
    private static final String INTRODUCTION =
            "Below is an instruction that describes a task. Write a response that appropriately completes the request.";
    private static final List<Message> ONE =
            List.of(Message.of("user", "Name a colour."), Message.of("assistant", "Blue"));

    @Test
    void oneTurnIsTheOriginalText() throws Exception {
        assertThat(new Alpaca("<s>", "</s>").render(ONE, List.of(), false))
                .isEqualTo("<s>" + INTRODUCTION + "\n\n### Instruction:\nName a colour.\n\n### Response:\nBlue</s>");
    }

    @Test
    void aBlankLineStandsBetweenTurns() throws Exception {
        List<Message> two =
                List.of(Message.of("system", "Be brief."), ONE.get(0), ONE.get(1), Message.of("user", "Another!"));
        assertThat(new Alpaca(null, "</s>").render(two, List.of(), true))
                .isEqualTo("Be brief.\n\n### Instruction:\nName a colour.\n\n### Response:\nBlue</s>"
                        + "\n\n### Instruction:\nAnother!\n\n### Response:\n");
    }

    @Test
    void toolsAndLateSystemTurnsAreRefused() {
        Alpaca alpaca = new Alpaca(null, null);
        assertThatThrownBy(() -> alpaca.render(ONE, List.of(Map.of("name", "f")), false))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("tools");
        List<Message> late = List.of(ONE.get(0), Message.of("system", "late"));
        assertThatThrownBy(() -> alpaca.render(late, List.of(), false))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("messages[1]")
                .hasMessageContaining("system");
    }
}
