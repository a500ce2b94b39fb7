package luthier.datasets.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuickstartDataTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theShippedFilesAreWhatTheGeneratorWritesByDefault() throws IOException {
        Map<String, String> files = QuickstartData.files(QuickstartArguments.SEED, QuickstartArguments.CHARACTERS);
        Path shipped = shippedFolder();
        for (String name : List.of(
                "tickets.jsonl",
                "tickets-heldout.jsonl",
                "tokenizer.json",
                "tokenizer_config.json",
                "generation_config.json",
                "config.json")) {
            assertThat(shipped.resolve(name)).content().isEqualTo(files.get(name));
        }
    }

    @Test
    void mainWritesTheWholeFolderAndLeavesNoOtherFile(@TempDir Path folder) throws IOException, LuthierException {
        QuickstartData.main(new String[] {folder.toString(), "--characters", "100000", "--seed", "9"});
        Map<String, String> expected = QuickstartData.files(9, 100_000);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
        for (Map.Entry<String, String> file : expected.entrySet()) {
            assertThat(folder.resolve(file.getKey())).content().isEqualTo(file.getValue());
        }
    }

    @Test
    void theConfigurationNamesTheTokensOfTheTokenizer() {
        Map<String, String> files = QuickstartData.files(9, 100_000);
        JsonNode tokenizer = JSON.readTree(files.getOrDefault("tokenizer.json", ""));
        JsonNode config = JSON.readTree(files.getOrDefault("config.json", ""));
        JsonNode generation = JSON.readTree(files.getOrDefault("generation_config.json", ""));
        JsonNode ids = tokenizer.path("added_tokens");
        int end = config.path("eos_token_id").asInt();
        assertThat(ids.path(end).path("content").asString()).isEqualTo("<|im_end|>");
        assertThat(ids.path(config.path("pad_token_id").asInt()).path("content").asString())
                .isEqualTo("<|endoftext|>");
        assertThat(generation.path("eos_token_id").asInt()).isEqualTo(end);
        assertThat(tokenizer.path("model").path("vocab").size())
                .isEqualTo(config.path("vocab_size").asInt());
    }

    /// The resources of the app lie beside this module, whether a build runs here or in the folder above.
    private static Path shippedFolder() {
        Path inside = Path.of("app", "src", "main", "resources", "luthier", "app", "quickstart");
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return Files.isDirectory(here.resolve(inside)) || parent == null
                ? here.resolve(inside)
                : parent.resolve(inside);
    }
}
