package luthier.core.data.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class ChatMlTest {
    @Test
    void everyTurnHasItsMarks() throws Exception {
        List<Message> messages = List.of(Message.of("user", " Hi "), Message.of("assistant", "Yo"));
        assertThat(new ChatMl().render(messages, List.of(), false))
                .isEqualTo("<|im_start|>user\n Hi <|im_end|>\n<|im_start|>assistant\nYo<|im_end|>\n");
        assertThat(new ChatMl().render(messages.subList(0, 1), List.of(), true))
                .isEqualTo("<|im_start|>user\n Hi <|im_end|>\n<|im_start|>assistant\n");
    }

    @Test
    void toolCallsAreRefused() {
        Message call = new Message("assistant", null, List.of(Map.of("name", "f")), true);
        assertThatThrownBy(() -> new ChatMl().render(List.of(call), List.of(), false))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("messages[0]");
    }
}
