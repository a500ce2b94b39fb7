package luthier.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedTicketsTest {
    /// User and assistant turn of each line; the answers hold no quotes, so a JSON reader is not needed here.
    private record Ticket(String question, String answer) {}

    @Test
    void everyAnswerHasTheForm() throws IOException {
        List<Ticket> tickets = new ArrayList<>(read("tickets.jsonl"));
        tickets.addAll(read("tickets-heldout.jsonl"));
        assertThat(tickets).hasSize(860);
        List<String> answers = tickets.stream().map(Ticket::answer).toList();
        assertThat(TicketAnswer.exactShare(answers, answers)).isEqualTo(1.0);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).contains("Reply: ").endsWith("."));
    }

    @Test
    void noHeldOutTicketIsTrainedOn() throws IOException {
        Set<String> trained = new HashSet<>();
        read("tickets.jsonl").forEach(ticket -> trained.add(ticket.question));
        assertThat(trained).hasSize(800);
        assertThat(read("tickets-heldout.jsonl")).hasSize(60).noneMatch(ticket -> trained.contains(ticket.question));
    }

    private static List<Ticket> read(String name) throws IOException {
        try (InputStream stream = TicketAnswer.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            String text = stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(ShippedTicketsTest::ticket).toList();
        }
    }

    private static Ticket ticket(String line) {
        String[] parts = line.split("\"content\":\"", -1);
        assertThat(parts).hasSize(3);
        String question = parts[1].substring(0, parts[1].indexOf('"'));
        String answer = parts[2].substring(0, parts[2].indexOf('"')).replace("\\n", "\n");
        return new Ticket(question, answer);
    }
}
