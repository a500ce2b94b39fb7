package luthier.core.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import luthier.core.model.DType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesOneFileWithoutAnIndexWhenAllFits() throws Exception {
        CheckpointWriter.write(folder, List.of(tensor("a", 4), tensor("b", 4)), 32);
        assertThat(names()).containsExactly("model.safetensors");
    }

    @Test
    void writesShardsAndTheirIndex() throws Exception {
        CheckpointWriter.write(folder, List.of(tensor("z", 2), tensor("big", 100), tensor("a", 2)), 16);
        assertThat(names())
                .containsExactly(
                        "model-00001-of-00003.safetensors",
                        "model-00002-of-00003.safetensors",
                        "model-00003-of-00003.safetensors",
                        "model.safetensors.index.json");
        assertThat(Files.readString(folder.resolve("model.safetensors.index.json")))
                .isEqualTo("""
                        {
                          "metadata": {
                            "total_parameters": 104,
                            "total_size": 416
                          },
                          "weight_map": {
                            "a": "model-00003-of-00003.safetensors",
                            "big": "model-00002-of-00003.safetensors",
                            "z": "model-00001-of-00003.safetensors"
                          }
                        }
                        """);
    }

    @Test
    void removesTheWeightsOfAnEarlierSaveAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{}");
        CheckpointWriter.write(folder, List.of(tensor("a", 4), tensor("b", 4)), 16);
        CheckpointWriter.write(folder, List.of(tensor("a", 4), tensor("b", 4)), 100);
        assertThat(names()).containsExactly("config.json", "model.safetensors");
        CheckpointWriter.write(folder, List.of(tensor("a", 4), tensor("b", 4)), 16);
        assertThat(names())
                .containsExactly(
                        "config.json",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json");
    }

    @Property
    void shardsKeepTheOrderAndTheLimit(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 40) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 300) int limit) {
        List<TensorToWrite> tensors =
                sizes.stream().map(size -> tensor("t", size)).toList();
        List<List<TensorToWrite>> shards = CheckpointWriter.split(tensors, limit);
        assertThat(shards.stream().flatMap(List::stream)).containsExactlyElementsOf(tensors);
        for (int i = 0; i < shards.size(); i++) {
            assertThat(shards.get(i)).isNotEmpty();
            assertThat(shards.get(i).size() == 1 || bytes(shards.get(i)) <= limit)
                    .isTrue();
            if (i > 0) {
                long joined =
                        bytes(shards.get(i - 1)) + shards.get(i).getFirst().byteCount();
                assertThat(joined).isGreaterThan(limit);
            }
        }
    }

    private static long bytes(List<TensorToWrite> shard) {
        return shard.stream().mapToLong(TensorToWrite::byteCount).sum();
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static TensorToWrite tensor(String name, long size) {
        return SafetensorsWriterTest.tensor(name, DType.F32, 1, new long[] {size});
    }
}
