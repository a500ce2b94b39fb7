package luthier.core.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import luthier.core.model.DType;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesTheHeaderAsTheReferenceLibraryDoes() throws Exception {
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(
                file,
                SafetensorsWriter.PYTORCH,
                List.of(
                        tensor("b", DType.BF16, 1, new long[] {2}),
                        tensor("a", DType.BF16, 2, new long[] {1, 1}),
                        tensor("z", DType.F32, 3, new long[] {}),
                        tensor("m", DType.BOOL, 4, new long[] {1})));
        byte[] bytes = Files.readAllBytes(file);
        String expected = """
                {"__metadata__":{"format":"pt"},"z":{"dtype":"F32","shape":[],"data_offsets":[0,4]},\
                "a":{"dtype":"BF16","shape":[1,1],"data_offsets":[4,6]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[6,10]},\
                "m":{"dtype":"BOOL","shape":[1],"data_offsets":[10,11]}}""";
        int padded = (expected.length() + 7) / 8 * 8;
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong())
                .isEqualTo(padded);
        assertThat(new String(bytes, 8, padded, StandardCharsets.UTF_8))
                .isEqualTo(expected + " ".repeat(padded - expected.length()));
        assertThat(bytes).hasSize(8 + padded + 11);
    }

    @Test
    void ordersNamesByTheirBytes() throws Exception {
        String beyondBasicPlane = "\uD83D\uDE00";
        String lateInBasicPlane = "\uFFFD";
        Path file = folder.resolve("names");
        SafetensorsWriter.write(
                file,
                Map.of(),
                List.of(
                        tensor(beyondBasicPlane, DType.I8, 1, new long[] {1}),
                        tensor(lateInBasicPlane, DType.I8, 1, new long[] {1})));
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            assertThat(opened.tensors().keySet()).containsExactly(lateInBasicPlane, beyondBasicPlane);
        }
    }

    @Property(tries = 100)
    void whatIsWrittenIsReadBack(
            @ForAll @Size(max = 12) List<DType> types, @ForAll @IntRange(max = 3) int dimensions, @ForAll long seed)
            throws Exception {
        Random random = new Random(seed);
        List<TensorToWrite> tensors = new ArrayList<>();
        Map<String, byte[]> values = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            long[] shape = random.longs(dimensions, 0, 5).toArray();
            String name = "layer \"" + i + "\" \u00e9\n";
            TensorToWrite sized = new TensorToWrite(name, types.get(i), shape, channel -> {});
            byte[] bytes = new byte[(int) sized.byteCount()];
            random.nextBytes(bytes);
            values.put(name, bytes);
            tensors.add(new TensorToWrite(
                    name, types.get(i), shape, channel -> SegmentWriter.writeFully(ByteBuffer.wrap(bytes), channel)));
        }
        Path file = Files.createTempFile("round-trip", ".safetensors");
        try {
            SafetensorsWriter.write(file, Map.of("luthier.note", "line\n\"two\""), tensors);
            try (SafetensorsFile opened = SafetensorsFile.open(file)) {
                assertThat(opened.metadata()).containsExactly(Map.entry("luthier.note", "line\n\"two\""));
                assertThat(opened.tensors()).hasSize(tensors.size());
                for (TensorToWrite tensor : tensors) {
                    TensorEntry entry = opened.tensor(tensor.name());
                    assertThat(entry.dtype()).isEqualTo(tensor.dtype());
                    assertThat(entry.shape()).isEqualTo(tensor.shape());
                    assertThat(entry.data().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE))
                            .isEqualTo(values.get(tensor.name()));
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void copiesTensorsOfAnOpenFileByteForByte() throws Exception {
        Path first = folder.resolve("first");
        SafetensorsWriter.write(first, Map.of(), List.of(tensor("a", DType.F32, 7, new long[] {5, 3})));
        try (SafetensorsFile opened = SafetensorsFile.open(first)) {
            Path second = folder.resolve("second");
            SafetensorsWriter.write(second, Map.of(), List.of(TensorToWrite.copyOf(opened.tensor("a"))));
            assertThat(second).hasSameBinaryContentAs(first);
        }
    }

    @Test
    void replacesAFileThatIsStillOpenWithoutChangingWhatItsReaderSees() throws Exception {
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, Map.of(), List.of(tensor("a", DType.F32, 1, new long[] {4})));
        try (SafetensorsFile old = SafetensorsFile.open(file)) {
            float[] before = old.tensor("a").floats();
            SafetensorsWriter.write(file, Map.of(), List.of(tensor("b", DType.F32, 2, new long[] {400})));
            assertThat(old.tensor("a").floats()).isEqualTo(before);
        }
        try (SafetensorsFile now = SafetensorsFile.open(file)) {
            assertThat(now.tensors().keySet()).containsExactly("b");
        }
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNothingElse() throws Exception {
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, Map.of(), List.of(tensor("a", DType.F32, 1, new long[] {4})));
        byte[] before = Files.readAllBytes(file);
        TensorToWrite failing = new TensorToWrite("b", DType.F32, new long[] {4}, channel -> {
            channel.write(ByteBuffer.allocate(8));
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> SafetensorsWriter.write(file, Map.of(), List.of(failing)))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.DiskFailure(
                                        file.toString(), "writing", "No space left on device")));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertOnlyFile(file);
    }

    @Test
    void aTensorThatWritesTooLittleIsAFaultAndLeavesNothing() throws Exception {
        Path file = folder.resolve("model.safetensors");
        TensorToWrite shortOne =
                new TensorToWrite("b", DType.F32, new long[] {4}, channel -> channel.write(ByteBuffer.allocate(8)));
        assertThatThrownBy(() -> SafetensorsWriter.write(file, Map.of(), List.of(shortOne)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("b wrote 8 bytes but its shape needs 16");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesTwoTensorsOfOneName() {
        TensorToWrite tensor = tensor("a", DType.F32, 1, new long[] {1});
        assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("m"), Map.of(), List.of(tensor, tensor)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two tensors are named a");
    }

    private void assertOnlyFile(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    static TensorToWrite tensor(String name, DType dtype, long seed, long[] shape) {
        return new TensorToWrite(name, dtype, shape, channel -> {
            byte[] bytes = new byte[(int) new TensorToWrite(name, dtype, shape, c -> {}).byteCount()];
            new Random(seed).nextBytes(bytes);
            SegmentWriter.writeFully(ByteBuffer.wrap(bytes), channel);
        });
    }
}
