package luthier.core.model.safetensors;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.model.DType;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
    @TempDir
    Path folder;

    @Test
    void readsTensorsMetadataAndValues() throws Exception {
        Path file = write("""
                {"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[2,1],"data_offsets":[2,10]},\
                "a":{"data_offsets":[0,2],"shape":[],"dtype":"BF16"}}  \s""", 10);
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            assertThat(opened.metadata()).containsEntry("format", "pt");
            assertThat(opened.tensors().keySet()).containsExactly("a", "b");
            TensorEntry scalar = opened.tensor("a");
            assertThat(scalar.shape()).isEmpty();
            assertThat(scalar.dtype()).isEqualTo(DType.BF16);
            assertThat(scalar.floats()).containsExactly(BrainFloat.toFloat((short) 0x0201));
            assertThat(opened.tensor("b").shape()).containsExactly(2, 1);
            assertThat(opened.tensor("b").floats())
                    .containsExactly(Float.intBitsToFloat(0x06050403), Float.intBitsToFloat(0x0A090807));
        }
    }

    @Test
    void acceptsEmptyTensorsAndAnEmptyHeader() throws Exception {
        try (SafetensorsFile opened =
                SafetensorsFile.open(write("{\"a\":{\"dtype\":\"F64\",\"shape\":[3,0],\"data_offsets\":[0,0]}}", 0))) {
            assertThat(opened.tensor("a").elementCount()).isZero();
        }
        try (SafetensorsFile opened = SafetensorsFile.open(write("{}", 0))) {
            assertThat(opened.tensors()).isEmpty();
        }
    }

    @Test
    void opensAFileWithATypeItCannotComputeWithAndRefusesOnlyThatTensor() throws Exception {
        Path file = write("""
                {"a":{"dtype":"F8_E4M3","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[1],"data_offsets":[3,4]}}""", 4);
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            assertThat(opened.tensors().keySet()).containsExactly("a", "b");
            assertThat(opened.tensor("b").elementCount()).isEqualTo(1);
            assertThat(refusal(() -> opened.tensor("a")).problem())
                    .isEqualTo("Tensor a has the type F8_E4M3, which cannot be computed with.");
        }
    }

    @Test
    void namesATensorThatIsMissing() throws Exception {
        try (SafetensorsFile opened = SafetensorsFile.open(write("{}", 0))) {
            assertThat(refusal(() -> opened.tensor("model.norm.weight")).problem())
                    .isEqualTo("The tensor model.norm.weight is missing.");
        }
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        assertThat(refusal(() -> SafetensorsFile.open(folder.resolve("none"))).problem())
                .isEqualTo("The file does not exist.");
    }

    @Test
    void refusesAFileShorterThanItsLengthField() throws Exception {
        assertThat(problemOf(new byte[7])).isEqualTo("This is not a safetensors file: it is shorter than 8 bytes.");
    }

    @ParameterizedTest
    @CsvSource({"100000001, 100000001", "-1, 18446744073709551615"})
    void refusesAHugeHeader(long length, String named) throws Exception {
        byte[] bytes = bytes(length, "{}", 0);
        assertThat(problemOf(bytes)).isEqualTo("The header claims " + named + " bytes; at most 100 MB are allowed.");
    }

    @Test
    void refusesAHeaderThatGoesBeyondTheFile() throws Exception {
        assertThat(problemOf(bytes(500, "{}", 0)))
                .isEqualTo("The file ends inside its header; the download is probably incomplete.");
    }

    @Test
    void refusesTruncatedData() throws Exception {
        assertThat(problemOf("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 13))
                .isEqualTo("The file is 3 bytes short.");
    }

    @Test
    void refusesBytesAfterTheLastTensor() throws Exception {
        assertThat(problemOf("{\"a\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":[0,4]}}", 9))
                .isEqualTo("The file has 5 bytes after the last tensor.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]|The header is not valid JSON.",
                "{\"a\":|The header is not valid JSON.",
                "{}{}|The header is not valid JSON.",
                "~ {}~|The header is not valid JSON.",
                "{\"__metadata__\":{\"a\":1}}|The header's metadata `a` must be text.",
                "{\"__metadata__\":[]}|The header's `__metadata__` must be one object of texts.",
                "{\"t\":5}|Tensor t is not an object.",
                "{\"t\":{\"dtype\":\"F33\",\"shape\":[],\"data_offsets\":[0,4]}}|Tensor t has an unknown type F33.",
                "{\"t\":{\"dtype\":32,\"shape\":[],\"data_offsets\":[0,4]}}|Tensor t has an unknown type 32.",
                "{\"t\":{\"shape\":[],\"data_offsets\":[0,4]}}|Tensor t lacks `dtype`.",
                "{\"t\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}|Tensor t lacks `shape`.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[]}}|Tensor t lacks `data_offsets`.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0]}}|Tensor t needs two numbers in `data_offsets`, found 1.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}|Tensor t needs whole numbers from 0 in `shape`, found 1.0.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}|Tensor t needs whole numbers from 0 in `shape`, found -1.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}}|Tensor t needs whole numbers from 0 in `shape`, found 1.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":4,\"data_offsets\":[0,4]}}|Tensor t needs a list in `shape`.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4],\"x\":1}}|Tensor t has an unknown field `x`.",
                "{\"t\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}|Tensor t has the field `dtype` twice.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}|Tensor t has an impossible shape.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}|Tensor t has an impossible shape.",
                "{\"t\":{\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[0,4]}}|Tensor t does not end on a byte boundary.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|Tensor t has 4 bytes but its shape needs 8.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,0]}}|Tensor t overlaps another one or leaves a gap.",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,8]}}|Tensor t overlaps another one or leaves a gap.",
            })
    void refusesABrokenHeader(String header, String problem) throws Exception {
        assertThat(problemOf(header, 4)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"3, overlap", "5, gap"})
    void refusesOverlapsAndGaps(int begin, String kind) throws Exception {
        String header = """
                {"a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"I8","shape":[4],"data_offsets":[%d,%d]}}""".formatted(begin, begin + 4);
        assertThat(problemOf(header, begin + 4)).as(kind).isEqualTo("Tensor b overlaps another one or leaves a gap.");
    }

    @Test
    void refusesATensorListedTwice() throws Exception {
        String tensor = "\"a\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":[0,4]}";
        assertThat(problemOf("{" + tensor + "," + tensor + "}", 4)).isEqualTo("The tensor a is listed twice.");
    }

    @Test
    void refusesInvalidUtf8() throws Exception {
        byte[] bytes = bytes(8, "{\"\u00e9\":1}", 0);
        bytes[10] = (byte) 0xFF;
        assertThat(problemOf(bytes)).isEqualTo("The header is not valid JSON.");
    }

    @ParameterizedTest
    @CsvSource({"PK, zip", "\u0080\u0002, pickle"})
    void refusesPickledWeights(String start, String kind) throws Exception {
        byte[] bytes = (start + "\u0003\u0004 and more than eight bytes").getBytes(StandardCharsets.ISO_8859_1);
        Failure.UnreadableModel failure = refusal(() -> SafetensorsFile.open(save(bytes)));
        assertThat(failure.problem()).as(kind).isEqualTo("The weights are in a pickle file, which can run code.");
        assertThat(failure.advice()).isEqualTo("Convert the model to safetensors first.");
    }

    @Test
    void takesAHeaderLengthThatLooksLikeAPickleMarkForWhatItIs() throws LuthierException, IOException {
        byte[] bytes = bytes(0x280, "{}" + " ".repeat(0x280 - 2), 0);
        try (SafetensorsFile opened = SafetensorsFile.open(save(bytes))) {
            assertThat(opened.tensors()).isEmpty();
        }
    }

    private String problemOf(String header, int dataBytes) throws IOException {
        return problemOf(bytes(header.getBytes(StandardCharsets.UTF_8).length, header, dataBytes));
    }

    private String problemOf(byte[] bytes) throws IOException {
        Path file = save(bytes);
        Failure.UnreadableModel failure = refusal(() -> SafetensorsFile.open(file));
        assertThat(failure.file()).isEqualTo(file.toString());
        return failure.problem();
    }

    private Path write(String header, int dataBytes) throws IOException {
        return save(bytes(header.getBytes(StandardCharsets.UTF_8).length, header, dataBytes));
    }

    private Path save(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.safetensors"), bytes);
    }

    /// Data bytes count up from 1.
    private static byte[] bytes(long length, String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(json);
        for (int i = 1; i <= dataBytes; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }
}
