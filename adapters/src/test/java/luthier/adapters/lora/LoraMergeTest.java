package luthier.adapters.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luthier.adapters.FakeValues;
import luthier.adapters.FixtureCase;
import luthier.adapters.Fixtures;
import luthier.adapters.Refused;
import luthier.adapters.TinyLlama;
import luthier.adapters.peft.LowRank;
import luthier.adapters.peft.PeftAdapterReader;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.safetensors.BrainFloat;
import luthier.core.model.safetensors.Checkpoint;
import luthier.core.model.safetensors.SafetensorsFile;
import luthier.core.model.safetensors.SafetensorsWriter;
import luthier.core.model.safetensors.SegmentWriter;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.model.safetensors.TensorToWrite;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoraMergeTest {
    private static final Blueprint MODEL = TinyLlama.tied();
    private static final String Q = "model.layers.0.self_attn.q_proj";

    @TempDir
    Path folder;

    @TempDir
    Path base;

    @ParameterizedTest
    @EnumSource
    @Tag("fixture")
    void mergesAsPeftDoesAndChangesNothingElse(FixtureCase each) throws Exception {
        Path llama = Fixtures.file(FixtureCase.BASE);
        LoraMerge.write(
                folder,
                llama,
                MODEL,
                PeftAdapterReader.read(each.file("adapter"), MODEL).modules(),
                LowRankAdd.plain());
        try (Checkpoint merged = Checkpoint.open(folder);
                Checkpoint before = Checkpoint.open(llama);
                SafetensorsFile expected = SafetensorsFile.open(each.file("merged-changed.safetensors"))) {
            assertThat(merged.tensors().keySet()).isEqualTo(before.tensors().keySet());
            for (String name : merged.tensors().keySet()) {
                if (expected.tensors().containsKey(name)) {
                    assertThat(merged.tensor(name).floats())
                            .as(name)
                            .containsExactly(expected.tensor(name).floats(), within(1e-6f));
                } else {
                    assertThat(merged.tensor(name)
                                    .data()
                                    .mismatch(before.tensor(name).data()))
                            .as(name)
                            .isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void makesACompleteFolder() throws Exception {
        Path llama = Fixtures.file(FixtureCase.BASE);
        LoraMerge.write(folder, llama, MODEL, Map.of(Q, pair(Q, 1)), LowRankAdd.plain());
        for (String name : List.of("generation_config.json", "tokenizer.json", "tokenizer_config.json")) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(llama.resolve(name));
        }
        assertThat(folder.resolve("config.json")).content().contains("\"tie_word_embeddings\": true");
    }

    @Test
    void aTiedHeadGetsAMatrixOfItsOwn() throws Exception {
        Path llama = Fixtures.file(FixtureCase.BASE);
        LowRank head = pair("lm_head", 0.5f);
        LoraMerge.write(folder, llama, MODEL, Map.of("lm_head", head), LowRankAdd.plain());
        assertThat(folder.resolve("config.json")).content().contains("\"tie_word_embeddings\": false");
        try (Checkpoint merged = Checkpoint.open(folder);
                Checkpoint before = Checkpoint.open(llama)) {
            TensorEntry embedding = before.tensor("model.embed_tokens.weight");
            assertThat(merged.tensor("model.embed_tokens.weight").data().mismatch(embedding.data()))
                    .isEqualTo(-1);
            float[] expected = embedding.floats();
            LowRankAdd.plain().add(expected, 0, head.outputs(), head);
            assertThat(merged.tensor("lm_head.weight").floats())
                    .isEqualTo(expected)
                    .isNotEqualTo(embedding.floats());
        }
    }

    @Test
    void roundsOnceToTheTypeOfTheBase() throws Exception {
        oneMatrix(1f);
        LowRank pair = new LowRank(1, 2, 2, 1, new float[] {0.001f, 0.01f}, new float[] {1, 2});
        LoraMerge.write(folder, base, MODEL, Map.of(Q, pair), LowRankAdd.plain());
        try (Checkpoint merged = Checkpoint.open(folder)) {
            assertThat(merged.tensor(Q + ".weight").dtype()).isEqualTo(DType.BF16);
            assertThat(merged.tensor(Q + ".weight").floats())
                    .containsExactly(rounded(1.001f), rounded(1.01f), rounded(1.002f), rounded(1.02f));
        }
    }

    @Test
    void refusesASumThatTheTypeCannotHold() throws Exception {
        oneMatrix(3e38f);
        LowRank pair = new LowRank(1, 2, 2, 1, new float[] {1, 1}, new float[] {3e38f, 0});
        var failure = Refused.model(() -> LoraMerge.write(folder, base, MODEL, Map.of(Q, pair), LowRankAdd.plain()));
        assertThat(failure.problem()).isEqualTo(Q + ".weight would hold a value that BF16 cannot: Infinity.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAMatrixOfAnotherShape() throws Exception {
        oneMatrix(1f);
        LowRank pair = new LowRank(1, 3, 2, 1, new float[3], new float[2]);
        assertThat(Refused.model(() -> LoraMerge.write(folder, base, MODEL, Map.of(Q, pair), LowRankAdd.plain()))
                        .problem())
                .isEqualTo(Q + ".weight is [2, 2], the adapter needs [2, 3].");
    }

    @Test
    @Tag("fixture")
    void aRunsOwnPairsAreThoseOfItsAdapter() throws Exception {
        FixtureCase each = FixtureCase.PATTERNS;
        Map<String, LowRank> read =
                PeftAdapterReader.read(each.file("adapter"), MODEL).modules();
        Map<String, float[]> values = new HashMap<>();
        read.forEach((module, pair) -> {
            values.put(module + ".lora_A.weight", pair.down());
            values.put(module + ".lora_B.weight", pair.up());
        });
        Map<String, LowRank> own = TrainedPairs.of(each.settings(), MODEL, new FakeValues(folder, values));
        assertThat(own.keySet()).isEqualTo(Set.copyOf(read.keySet()));
        assertThat(own).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(new HashMap<>(read));
    }

    private static LowRank pair(String module, float value) {
        var site = MODEL.sites().stream()
                .filter(each -> each.module().equals(module))
                .findFirst()
                .orElseThrow();
        float[] down = new float[Math.toIntExact(site.input())];
        float[] up = new float[Math.toIntExact(site.output())];
        Arrays.fill(down, value);
        Arrays.fill(up, value);
        return new LowRank(1, down.length, up.length, 2, down, up);
    }

    /// A base with one bf16 matrix of 2 × 2.
    private void oneMatrix(float value) throws IOException, LuthierException {
        Files.writeString(base.resolve("config.json"), "{}");
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 4; i++) {
            bytes.putShort(BrainFloat.fromFloat(value));
        }
        bytes.flip();
        TensorToWrite matrix = new TensorToWrite(
                Q + ".weight", DType.BF16, new long[] {2, 2}, channel -> SegmentWriter.writeFully(bytes, channel));
        SafetensorsWriter.write(base.resolve("model.safetensors"), SafetensorsWriter.PYTORCH, List.of(matrix));
    }

    private static float rounded(float value) {
        return BrainFloat.toFloat(BrainFloat.fromFloat(value));
    }
}
