package luthier.core.model.gguf;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufFileTest {
    private static final int F32 = 0;
    private static final int Q8_0 = 8;

    @TempDir
    Path folder;

    @Test
    void readsEveryKindOfValue() throws Exception {
        GgufBytes bytes = GgufBytes.start(0, 9)
                .string("u8")
                .int32(0)
                .int8(255)
                .string("i8")
                .int32(1)
                .int8(255)
                .string("f32")
                .int32(6)
                .int32(Float.floatToRawIntBits(1e-5f))
                .string("f64")
                .int32(12)
                .int64(Double.doubleToRawLongBits(0.1))
                .string("yes")
                .int32(7)
                .int8(1)
                .text("name", "tiny \u00e9")
                .string("u64")
                .int32(10)
                .int64(77)
                .string("texts")
                .int32(9)
                .int32(8)
                .int64(2)
                .string("a")
                .string("b")
                .string("ints")
                .int32(9)
                .int32(5)
                .int64(2)
                .int32(-1)
                .int32(4);
        try (GgufFile file = GgufFile.open(bytes.save(folder))) {
            GgufMetadata metadata = file.metadata();
            assertThat(metadata.intValue("u8")).isEqualTo(255);
            assertThat(metadata.intValue("i8")).isEqualTo(-1);
            assertThat(metadata.decimal("f32", 0)).isEqualTo(1e-5);
            assertThat(metadata.decimal("f64", 0)).isEqualTo(0.1);
            assertThat(metadata.flag("yes", false)).isTrue();
            assertThat(metadata.text("name")).isEqualTo("tiny \u00e9");
            assertThat(metadata.intValue("u64")).isEqualTo(77);
            assertThat(metadata.texts("texts")).containsExactly("a", "b");
            assertThat(metadata.ints("ints")).containsExactly(-1, 4);
            assertThat(metadata.intValue("absent", 5)).isEqualTo(5);
            assertThat(refusal(() -> metadata.intValue("name")).problem())
                    .isEqualTo("The key name must be one whole number, found text \"tiny \u00e9\".");
            assertThat(refusal(() -> metadata.text("absent")).problem()).isEqualTo("The key absent is missing.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsTensorsOfBothVersions(int version) throws Exception {
        GgufBytes bytes = new GgufBytes().raw("GGUF").int32(version).int64(2).int64(0);
        bytes.tensor("a", F32, 0, 3, 2).tensor("b", Q8_0, 32, 64, 1).data(32 + 68);
        try (GgufFile file = GgufFile.open(bytes.save(folder))) {
            assertThat(file.tensors().keySet()).containsExactly("a", "b");
            GgufTensor a = file.tensors().sequencedValues().getFirst();
            assertThat(a.shape()).containsExactly(2, 3);
            assertThat(a.rows()).isEqualTo(2);
            assertThat(a.rowElements()).isEqualTo(3);
            assertThat(file.tensors().sequencedValues().getLast().type()).isEqualTo(GgufType.Q8_0);
        }
    }

    @Test
    void refusesAWrongMagic() {
        assertProblem(
                new GgufBytes().raw("GGML").int32(3).int64(0).int64(0),
                "This is not a GGUF file: it does not begin with GGUF.");
        assertProblem(new GgufBytes().raw("GG"), "This is not a GGUF file: it does not begin with GGUF.");
    }

    @Test
    void refusesOtherVersionsAndByteOrder() {
        assertProblem(new GgufBytes().raw("GGUF").int32(1).int64(0), "The file has version 1 of GGUF.");
        assertProblem(new GgufBytes().raw("GGUF").int32(4).int64(0), "The file has version 4 of GGUF.");
        assertProblem(new GgufBytes().raw("GGUF").int32(3 << 24).int64(0), "This GGUF file is big-endian.");
    }

    @Test
    void refusesCountsTheFileHasNoRoomFor() {
        assertProblem(GgufBytes.start(1000, 0), "The file claims 1000 tensors, more than it has room for.");
        assertProblem(GgufBytes.start(0, -1), "The file claims 18446744073709551615 keys, more than it has room for.");
        assertProblem(
                GgufBytes.start(0, 1)
                        .string("k")
                        .int32(9)
                        .int32(4)
                        .int64(1L << 40)
                        .data(64),
                "The file claims 1099511627776 values of k, more than it has room for.");
    }

    @Test
    void refusesATruncatedHeader() throws Exception {
        byte[] whole =
                GgufBytes.start(0, 1).text("general.architecture", "llama").array();
        for (int length : new int[] {10, 30, whole.length - 1}) {
            Path file = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
            assertThat(refusal(() -> GgufFile.open(file)).problem())
                    .as("%d bytes", length)
                    .matches("The file (ends inside its header; the download is probably incomplete"
                            + "|claims 1 keys, more than it has room for)\\.");
        }
    }

    @Test
    void refusesTruncatedData() {
        assertProblem(
                GgufBytes.start(2, 0)
                        .tensor("a", F32, 0, 8)
                        .tensor("b", F32, 32, 8)
                        .data(61),
                "The file is 3 bytes short.");
    }

    @Test
    void refusesBrokenKeys() {
        assertProblem(GgufBytes.start(0, 2).whole("k", 1).whole("k", 1), "The key k is listed twice.");
        assertProblem(GgufBytes.start(0, 1).whole("", 1), "A key of the header has no name.");
        assertProblem(GgufBytes.start(0, 1).string("k").int32(13).int64(0), "The key k has the unknown value type 13.");
        assertProblem(GgufBytes.start(0, 1).string("k").int32(9).int32(9).int64(0), "The key k holds a list of lists.");
        assertProblem(GgufBytes.start(0, 1).string("k").int32(7).int8(2), "The key k must be true or false, found 2.");
        assertProblem(
                GgufBytes.start(0, 1).whole("general.alignment", 24).data(0),
                "The key general.alignment must be a power of two, found 24.");
        assertProblem(GgufBytes.start(0, 1).whole("split.count", 3), "This is one of 3 parts of a split model.");
    }

    @Test
    void refusesBrokenTensors() {
        Map<String, UnaryOperator<GgufBytes>> cases = Map.of(
                "Tensor t has the unknown type 99.", b -> b.tensor("t", 99, 0, 8),
                "Tensor t has 5 dimensions.", b -> b.tensor("t", F32, 0, 1, 1, 1, 1, 1),
                "Tensor t has rows of 33 values, no multiple of 32.", b -> b.tensor("t", Q8_0, 0, 33),
                "Tensor t has an impossible shape.", b -> b.tensor("t", F32, 0, 1 << 20, 1L << 50),
                "Tensor t overlaps another one or leaves a gap.", b -> b.tensor("t", F32, 32, 8));
        cases.forEach((problem, tensor) ->
                assertProblem(tensor.apply(GgufBytes.start(1, 0)).data(64), problem));
        String longName = "n".repeat(64);
        assertProblem(
                GgufBytes.start(1, 0).tensor(longName, F32, 0, 8).data(64),
                "A tensor's name is longer than 63 bytes: " + longName + ".");
        assertProblem(
                GgufBytes.start(2, 0)
                        .tensor("t", F32, 0, 8)
                        .tensor("t", F32, 32, 8)
                        .data(64),
                "The tensor t is listed twice.");
    }

    private void assertProblem(GgufBytes bytes, String problem) {
        Path file = bytes.save(folder);
        assertThat(refusal(() -> GgufFile.open(file)).problem()).isEqualTo(problem);
    }
}
