package luthier.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.app.demo.QuickstartFiles;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFactsTest {
    @TempDir
    private Path folder;

    @Test
    void theSampleModelSaysWhatItIs() throws IOException, LuthierException {
        QuickstartFiles.shipped().copyTo(folder, false);
        ModelFacts facts = ModelFacts.read(folder);
        assertThat(facts.family()).isEqualTo("llama");
        assertThat(facts.type()).isEqualTo("BF16");
        assertThat(facts.parameters() * 2).isBetween(facts.bytes() - 100_000, facts.bytes());
        assertThat(facts.positions()).isEqualTo(512);
        assertThat(facts.chatTemplate()).isTrue();
    }

    @Test
    void aFileWithoutAHeaderIsRefused() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
        Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> ModelFacts.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no safetensors header");
    }

    @Test
    void aFolderWithoutWeightsHasNoNumbers() throws IOException, LuthierException {
        Files.writeString(folder.resolve("config.json"), "{}");
        assertThat(ModelFacts.read(folder)).isEqualTo(new ModelFacts("", 0, "", 0, 0, false));
    }
}
