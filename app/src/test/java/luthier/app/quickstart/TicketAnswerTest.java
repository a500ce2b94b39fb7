package luthier.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import luthier.app.quickstart.TicketAnswer.Field;
import org.junit.jupiter.api.Test;

class TicketAnswerTest {
    private static final String RIGHT = "Category: damage\nUrgency: low\nReply: We are sorry: really.";

    @Test
    void readsEveryFieldOfTheForm() {
        TicketAnswer answer = TicketAnswer.parse(" " + RIGHT + "\n");
        assertThat(answer.hasForm()).isTrue();
        assertThat(answer.fields())
                .containsEntry(Field.CATEGORY, "damage")
                .containsEntry(Field.URGENCY, "low")
                .containsEntry(Field.REPLY, "We are sorry: really.");
    }

    @Test
    void proseAndBrokenFormsHaveNoField() {
        assertThat(TicketAnswer.parse("I am sorry to hear that.").hasForm()).isFalse();
        assertThat(TicketAnswer.parse(RIGHT + "\nReply: again").hasForm()).isFalse();
        assertThat(TicketAnswer.parse(RIGHT.replace("Urgency: low", "Urgency:")).hasForm())
                .isFalse();
        assertThat(TicketAnswer.parse(RIGHT.replace("Category: damage\nUrgency: low", "Urgency: low\nCategory: damage"))
                        .hasForm())
                .isFalse();
        assertThat(TicketAnswer.parse("").hasForm()).isFalse();
    }

    @Test
    void tellsWhichFieldsAreRight() {
        TicketAnswer expected = TicketAnswer.parse(RIGHT);
        TicketAnswer written = TicketAnswer.parse(RIGHT.replace("damage", "refund"));
        assertThat(written.right(expected)).containsExactly(Field.URGENCY, Field.REPLY);
        assertThat(written.isExactly(expected)).isFalse();
        assertThat(expected.isExactly(expected)).isTrue();
        assertThat(TicketAnswer.parse("prose").isExactly(TicketAnswer.parse("prose")))
                .isFalse();
    }

    @Test
    void countsExactAnswers() {
        List<String> expected = List.of(RIGHT, RIGHT, RIGHT, RIGHT);
        List<String> written = List.of(RIGHT, RIGHT.replace("low", "high"), "prose", RIGHT + "\n");
        assertThat(TicketAnswer.exactShare(written, expected)).isEqualTo(0.5);
        assertThatThrownBy(() -> TicketAnswer.exactShare(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
