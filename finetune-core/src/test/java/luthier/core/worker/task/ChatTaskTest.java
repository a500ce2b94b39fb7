package luthier.core.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.client.RunFolder;
import luthier.core.engine.TestExtensions;
import luthier.core.fixture.Fixtures;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChatTaskTest {
    private final ChatTask task = new ChatTask(TestExtensions.llama());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void answersInPiecesAndSaysHowItEnded() throws LuthierException {
        List<Map<String, Object>> lines = chat(Map.of(), List.of(Map.of("user", "fox")));
        assertThat(lines.getFirst()).containsEntry("ready", true);
        assertThat(String.valueOf(lines.getFirst().get("info"))).contains("82,240 parameters", "cpu");
        Map<?, ?> end = RecordingChannel.object(lines.getLast(), "end");
        assertThat(end.get("reason")).isIn("stop", "length");
        assertThat(RecordingChannel.number(end, "tokensPerSecond")).isPositive();
        assertThat(lines.subList(1, lines.size() - 1)).isNotEmpty().allMatch(line -> line.containsKey("token"));
    }

    @Test
    void theConversationIsRememberedUntilItIsReset() throws LuthierException, IOException {
        Map<String, Object> question = Map.of("user", "fox");
        List<String> answers = answers(chat(
                Map.of("model", roomier().toString()),
                List.of(question, question, Map.of("user", "fox", "fresh", true), Map.of("reset", true), question)));
        assertThat(answers).hasSize(4);
        assertThat(answers.get(1)).as("with a turn before").isNotEqualTo(answers.get(0));
        assertThat(answers.get(2)).as("alone").isEqualTo(answers.get(0));
        assertThat(answers.get(3)).as("after the reset").isEqualTo(answers.get(0));
    }

    @Test
    void theAdapterOfARunAnswersOtherwise() throws LuthierException, IOException {
        RunFolder run = TinyRun.finished(folder, TinyRun.spec(folder, 0));
        List<Map<String, Object>> question = List.of(Map.of("user", "The quick"));
        List<Map<String, Object>> adapted = chat(Map.of("adapter", run.output().toString()), question);
        assertThat(String.valueOf(adapted.getFirst().get("info"))).contains("with an adapter of 320");
        assertThat(answers(adapted)).isNotEqualTo(answers(chat(Map.of(), question)));
        assertThat(answers(chat(Map.of("adapter", run.path().toString()), question)))
                .isEqualTo(answers(adapted));
    }

    @Test
    void impossibleSettingsAreNamed() {
        assertThatThrownBy(() -> chat(Map.of("topP", 0), List.of()))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("topP");
        assertThatThrownBy(() -> chat(Map.of("precision", "int3"), List.of()))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("int3");
        assertThatThrownBy(() -> chat(Map.of("adapter", folder.toString()), List.of()))
                .isInstanceOf(LuthierException.class)
                .hasMessageContaining("neither an adapter nor a model");
    }

    /// The tiny model with positions for more than one turn.
    private Path roomier() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("roomier"));
        for (String name : List.of("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")) {
            Files.copy(Fixtures.folder("models/llama").resolve(name), copy.resolve(name));
        }
        Path config = copy.resolve("config.json");
        String changed =
                Files.readString(config).replace("\"max_position_embeddings\": 64", "\"max_position_embeddings\": 512");
        Files.writeString(config, changed);
        return copy;
    }

    private List<Map<String, Object>> chat(Map<String, Object> changed, List<Map<String, Object>> messages)
            throws LuthierException {
        Map<String, Object> request = new HashMap<>(Map.of(
                "model", Fixtures.folder("models/llama").toString(),
                "precision", "fp32",
                "maxNewTokens", 8,
                "temperature", 0,
                "topP", 1,
                "seed", 1,
                "system", "x"));
        request.putAll(changed);
        return RecordingChannel.perform(task, request, messages);
    }

    private static List<String> answers(List<Map<String, Object>> lines) {
        List<String> answers = new ArrayList<>();
        StringBuilder answer = new StringBuilder();
        for (Map<String, Object> line : lines) {
            if (line.containsKey("token")) {
                answer.append(line.get("token"));
            } else if (line.containsKey("end")) {
                answers.add(answer.toString());
                answer.setLength(0);
            }
        }
        return answers;
    }
}
