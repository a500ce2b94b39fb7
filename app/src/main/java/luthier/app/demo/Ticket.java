package luthier.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luthier.app.i18n.Messages;
import luthier.app.worker.Answer;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;

/// A support ticket and the answer that is right.
record Ticket(String question, String expected) {
    /// The first tickets of a file, each line `{"messages": [user, assistant]}`.
    static List<Ticket> read(Path file, int count) throws LuthierException {
        try {
            List<String> lines = Files.readAllLines(file);
            List<Ticket> tickets = new ArrayList<>();
            for (String line : lines.subList(0, Math.min(count, lines.size()))) {
                List<Answer> messages = new Answer(JsonLine.object(file.toString(), line)).objects("messages");
                tickets.add(new Ticket(
                        messages.get(0).text("content"), messages.get(1).text("content")));
            }
            return tickets;
        } catch (IOException e) {
            throw LuthierException.disk(file, Messages.of("demo.reading"), e);
        }
    }
}
