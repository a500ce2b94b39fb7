package luthier.datasets.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luthier.core.data.bpe.BpeTrainer;
import luthier.core.data.bpe.BpeVocabulary;
import luthier.core.data.bpe.TokenizerJson;
import luthier.core.disk.DurableFiles;
import luthier.core.run.LuthierException;
import tools.jackson.databind.json.JsonMapper;

/// Makes the folder the quickstart model is pre-trained from, and the tickets of the demo: `OUT_FOLDER [--seed N]
/// [--characters N]`. The same arguments give the same files.
public final class QuickstartData {
    static final int TRAINING_TICKETS = 800;
    static final int HELD_OUT_TICKETS = 60;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QuickstartData() {}

    public static void main(String[] arguments) throws LuthierException, IOException {
        QuickstartArguments parsed = QuickstartArguments.of(List.of(arguments));
        Path folder = Path.of(parsed.folder());
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file :
                files(parsed.seed(), parsed.characters()).entrySet()) {
            DurableFiles.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /// Text by file name.
    static Map<String, String> files(long seed, long characters) {
        List<String> corpus = new Corpus(seed).write(characters);
        // Not the corpus' seed, or both would choose alike.
        List<Ticket> tickets = new Tickets(seed + 1).write(TRAINING_TICKETS + HELD_OUT_TICKETS);
        BpeVocabulary vocabulary = new BpeTrainer(Configuration.VOCABULARY_SIZE, SpecialTokens.ALL).train(corpus);
        Configuration configuration = new Configuration(vocabulary);

        Map<String, String> files = new LinkedHashMap<>();
        files.put("corpus.txt", String.join("\n\n", corpus) + "\n");
        files.put("tickets.jsonl", lines(tickets.subList(0, TRAINING_TICKETS)));
        files.put("tickets-heldout.jsonl", lines(tickets.subList(TRAINING_TICKETS, tickets.size())));
        files.put("tokenizer.json", TokenizerJson.of(vocabulary));
        files.put("tokenizer_config.json", configuration.tokenizer());
        files.put("generation_config.json", configuration.generation());
        files.put("config.json", configuration.model());
        files.put("pretrain.luthier", Configuration.resource("pretrain.luthier"));
        return files;
    }

    private static String lines(List<Ticket> tickets) {
        return tickets.stream().map(ticket -> line(ticket) + "\n").collect(Collectors.joining());
    }

    private static String line(Ticket ticket) {
        return JSON.writeValueAsString(
                Map.of("messages", List.of(message("user", ticket.text()), message("assistant", ticket.answer()))));
    }

    private static Map<String, String> message(String role, String content) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }
}
