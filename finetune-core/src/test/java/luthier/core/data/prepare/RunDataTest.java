package luthier.core.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import luthier.core.catalog.Registry;
import luthier.core.data.DatasetReader;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.engine.LinesFormat;
import luthier.core.fixture.Fixtures;
import luthier.core.model.folder.ModelFolder;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import luthier.core.run.RunSpecCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDataTest {
    private static final String TEMPLATE = "Be nice.{% for m in messages %}{{ '<s>' + m.role + m.content + '</s>' }}"
            + "{% endfor %}"
            + "{% if add_generation_prompt %}<s>assistant{% endif %}";

    @TempDir
    private Path folder = Path.of("");

    private RunData read(int maxLength, Function<String, Example> example) throws IOException, LuthierException {
        Path model = Files.createDirectories(folder.resolve("model"));
        for (String name : List.of("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")) {
            Files.copy(Fixtures.folder("models/llama").resolve(name), model.resolve(name));
        }
        Files.writeString(model.resolve("chat_template.jinja"), TEMPLATE);
        Path data = Files.writeString(folder.resolve("data.txt"), "the dog is lazy\nthe sea\n");
        RunSpec spec = RunSpecCodec.fromMap(
                "test",
                Map.of(
                        "name",
                        "run",
                        "model",
                        model.toString(),
                        "data",
                        Map.of("train", data.toString(), "evaluationFraction", 0, "maxLength", maxLength),
                        "device",
                        "cpu"));
        DatasetReader reader = new DatasetReader(Registry.of(
                "formats",
                List.of(new LinesFormat(example)),
                each -> each.info().id()));
        try (ModelText text = ModelText.open(ModelFolder.open(model, Set.of("llama")))) {
            return RunData.of(spec, text, reader);
        }
    }

    @Test
    void forConversationsTheTemplateIsTried() throws IOException, LuthierException {
        RunData data = read(
                200,
                line -> new Example.Chat(List.of(Message.of("user", line), Message.of("assistant", line)), List.of()));
        assertThat(data.templateNotices())
                .containsExactly("The chat template begins a conversation without system turn with a text of its own:"
                        + " `Be nice.`.");
    }

    @Test
    void lengthsAreThoseBeforeCutting() throws IOException, LuthierException {
        RunData data = read(8, Example.Text::new);
        assertThat(data.lengths().examples()).isEqualTo(2);
        assertThat(data.lengths().longest()).isGreaterThan(8);
        assertThat(data.training().longest().length()).isEqualTo(8);
        assertThat(data.templateNotices()).isEmpty();
    }
}
