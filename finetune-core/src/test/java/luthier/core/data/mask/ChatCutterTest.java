package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import luthier.core.data.Example;
import luthier.core.data.Message;
import org.junit.jupiter.api.Test;

/// In ChatML a turn of one digit costs the user 6 tokens (mark, role, line break, content, mark, line break) and the
/// assistant 7, whose role is two tokens.
class ChatCutterTest {
    @Test
    void theOldestTurnsGoFirst() throws Exception {
        Tokenized done = Tokenized.of(26, Renderers.chat("1", "2", "3", "4", "5", "6"));
        assertThat(done.texts())
                .containsExactly("<|im_start|>user\n3<|im_end|>\n<|im_start|>assistant\n4<|im_end|>\n"
                        + "<|im_start|>user\n5<|im_end|>\n<|im_start|>assistant\n6<|im_end|>\n");
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.OLD_TURNS_DROPPED);
        assertThat(done.report().supervisedBefore()).isEqualTo(6);
        assertThat(done.report().supervisedLost()).isEqualTo(2);
    }

    @Test
    void theSystemTurnStays() throws Exception {
        Example.Chat chat = new Example.Chat(
                List.of(
                        Message.of("system", "7"),
                        Message.of("user", "1"),
                        Message.of("assistant", "2"),
                        Message.of("user", "3"),
                        Message.of("assistant", "4")),
                List.of());
        Tokenized done = Tokenized.of(20, chat);
        assertThat(done.texts())
                .containsExactly("<|im_start|>system\n7<|im_end|>\n<|im_start|>user\n3<|im_end|>\n"
                        + "<|im_start|>assistant\n4<|im_end|>\n");
    }

    @Test
    void aLongQuestionLosesItsBeginning() throws Exception {
        Tokenized done = Tokenized.of(24, Renderers.chat("123456789".repeat(10) + "0", "42"));
        assertThat(done.rows().getFirst().length()).isEqualTo(24);
        assertThat(done.texts())
                .containsExactly("<|im_start|>user\n91234567890<|im_end|>\n<|im_start|>assistant\n42<|im_end|>\n");
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.PROMPT_CUT);
        assertThat(done.report().supervisedLost()).isZero();
    }

    @Test
    void aLongAnswerLosesItsEndAndGetsNoStopToken() throws Exception {
        Tokenized done = Tokenized.of(24, Renderers.chat("1", "0123456789".repeat(9)));
        assertThat(done.texts())
                .containsExactly("<|im_start|>user\n1<|im_end|>\n<|im_start|>assistant\n" + "01234567890123");
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.ANSWER_CUT);
        assertThat(done.report().supervisedBefore()).isEqualTo(91);
        assertThat(done.report().supervisedKept()).isEqualTo(14);
    }

    @Test
    void aLongQuestionLeavesALongAnswerItsReserve() throws Exception {
        Tokenized done = Tokenized.of(40, Renderers.chat("1".repeat(100), "2".repeat(100)));
        assertThat(done.rows().getFirst().length()).isEqualTo(40);
        assertThat(done.kept()).isEqualTo(20);
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.PROMPT_CUT, CutKind.ANSWER_CUT);
    }

    @Test
    void aSystemTextLongerThanTheLimitDropsTheExample() throws Exception {
        Example.Chat chat = new Example.Chat(
                List.of(Message.of("system", "1".repeat(30)), Message.of("user", "1"), Message.of("assistant", "2")),
                List.of());
        Tokenized done = Tokenized.of(24, chat);
        assertThat(done.rows()).isEmpty();
        assertThat(done.report().dropped()).containsEntry(DropReason.SYSTEM_TOO_LONG, 1L);
        assertThat(done.report().supervisedLost()).isEqualTo(2);
    }

    @Test
    void aSystemTextThatLeavesNoRoomForTheQuestionDropsTheExampleToo() throws Exception {
        Example.Chat chat = new Example.Chat(
                List.of(Message.of("system", "1".repeat(22)), Message.of("user", "1"), Message.of("assistant", "2")),
                List.of());
        assertThat(Tokenized.of(24, chat).report().dropped()).containsEntry(DropReason.SYSTEM_TOO_LONG, 1L);
    }
}
