package luthier.core.model.safetensors;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luthier.core.model.DType;
import luthier.core.run.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeTwoShards() throws Exception {
        CheckpointWriter.write(folder, List.of(tensor("a", 4), tensor("b", 4), tensor("c", 2)), 24);
    }

    @Test
    void looksTensorsUpAcrossShards() throws Exception {
        assertThat(folder.resolve("model-00002-of-00002.safetensors")).exists();
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.tensors().keySet()).containsExactly("a", "b", "c");
            assertThat(checkpoint.tensor("c").shape()).containsExactly(2);
            assertThat(checkpoint.tensor("b").floats()).hasSize(4);
            assertThat(checkpoint.has("d")).isFalse();
            assertThat(checkpoint.notices()).isEmpty();
        }
    }

    @Test
    void takesTheSingleFileWhenBothAreThere() throws Exception {
        SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of(), List.of(tensor("only", 1)));
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.tensors().keySet()).containsExactly("only");
        }
    }

    @Test
    void refusesAMissingShard() throws Exception {
        Files.delete(folder.resolve("model-00002-of-00002.safetensors"));
        assertThat(problem()).isEqualTo("Shard model-00002-of-00002.safetensors is missing.");
    }

    @Test
    void refusesATensorThatItsShardDoesNotHold() throws Exception {
        editIndex("\"c\"", "\"d\"");
        assertThat(problem()).isEqualTo("model-00002-of-00002.safetensors does not hold d though the index says so.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.safetensors", "/etc/passwd", "sub\\\\model.safetensors", ".."})
    void refusesAnIndexThatPointsOutside(String name) throws Exception {
        editIndex("model-00002-of-00002.safetensors", name);
        assertThat(problem()).isEqualTo("The index points outside the model folder.");
    }

    @Test
    void refusesABrokenIndex() throws Exception {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\":");
        assertThat(problem()).isEqualTo("The index is not valid JSON.");
        Files.writeString(index, "{\"metadata\":{}}");
        assertThat(problem()).isEqualTo("The index has no `weight_map`.");
        Files.writeString(index, "{\"weight_map\":{\"a\":1}}");
        assertThat(problem()).isEqualTo("The index names no file for a.");
    }

    @Test
    void notesAWrongTotalSizeAndTensorsLeftOut() throws Exception {
        editIndex("\"total_size\": 40", "\"total_size\": 41");
        editIndex("\"b\": \"model-00002-of-00002.safetensors\",", "");
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.notices())
                    .containsExactly(
                            "1 tensors of the shards are not in the index and were left out.",
                            "The index gives a total size of 41 bytes, the tensors have 24.");
        }
    }

    @Test
    void namesAMissingTensor() throws Exception {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(refusal(() -> checkpoint.tensor("lm_head.weight")).problem())
                    .isEqualTo("The tensor lm_head.weight is missing.");
        }
    }

    @Test
    void listsTenMissingTensorsAndCountsTheRest() throws Exception {
        Map<String, long[]> needed = new LinkedHashMap<>(Map.of("a", new long[] {4}));
        for (int i = 0; i < 12; i++) {
            needed.put("layer." + i, new long[] {1});
        }
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(refusal(() -> checkpoint.require(needed)).problem())
                    .isEqualTo("These tensors are missing: layer.0, layer.1, layer.2, layer.3, layer.4, layer.5,"
                            + " layer.6, layer.7, layer.8, layer.9 and 2 more.");
        }
    }

    @Test
    void namesBothShapesOfATensorThatDoesNotFit() throws Exception {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            checkpoint.require(Map.of("a", new long[] {4}));
            assertThat(refusal(() -> checkpoint.require(Map.of("b", new long[] {2, 3})))
                            .problem())
                    .isEqualTo("b is [4], the configuration needs [2, 3].");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_model.bin", "model.pt", "model.ckpt", "tf_model.h5", "flax_model.msgpack"})
    void refusesAFolderWithPickledWeightsOnly(String name, @TempDir Path other) throws Exception {
        Files.writeString(other.resolve(name), "");
        Failure.UnreadableModel failure = refusal(() -> Checkpoint.open(other));
        assertThat(failure.problem()).isEqualTo("The weights are in a pickle file, which can run code.");
        assertThat(failure.file()).endsWith(name);
    }

    @Test
    void refusesAFolderWithoutWeights(@TempDir Path other) {
        assertThat(refusal(() -> Checkpoint.open(other)).problem()).isEqualTo("The folder holds no model.safetensors.");
    }

    private String problem() {
        return refusal(() -> Checkpoint.open(folder)).problem();
    }

    private void editIndex(String from, String to) throws IOException {
        Path index = folder.resolve("model.safetensors.index.json");
        String text = Files.readString(index);
        assertThat(text).contains(from);
        Files.writeString(index, text.replace(from, to));
    }

    private static TensorToWrite tensor(String name, long size) {
        return SafetensorsWriterTest.tensor(name, DType.F32, 1, new long[] {size});
    }
}
