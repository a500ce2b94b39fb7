package luthier.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class TextInputTest {
    private static final String FILLER = "x".repeat(65_530);

    @Property(tries = 200)
    void everyTextComesOutWithItsLinesAndNoBadBytes(@ForAll("texts") String text) throws IOException {
        Path file = Files.createTempFile("luthier", ".txt");
        try {
            Files.writeString(file, text);
            try (TextInput input = TextInput.open(file)) {
                assertThat(all(input)).isEqualTo(text.replace("\r\n", "\n").replace('\r', '\n'));
                assertThat(input.badByteBefore(Long.MAX_VALUE)).isNull();
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void theLineOfAPositionIsTheNumberOfLineEndsBeforeIt(@ForAll("texts") String text) throws IOException {
        Path file = Files.createTempFile("luthier", ".txt");
        try {
            Files.writeString(file, text);
            try (TextInput input = TextInput.open(file)) {
                String read = all(input);
                for (int i = 0; i < read.length(); i += 1 + read.length() / 100) {
                    long before = read.substring(0, i)
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
                    assertThat(input.lineAt(i, false)).isEqualTo(1 + before);
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void aBadByteIsFoundWhereItStands(@ForAll("texts") String before, @ForAll("texts") String after)
            throws IOException {
        Path file = Files.createTempFile("luthier", ".txt");
        try {
            byte[] first = before.getBytes(StandardCharsets.UTF_8);
            byte[] second = after.getBytes(StandardCharsets.UTF_8);
            byte[] bytes = new byte[first.length + 1 + second.length];
            System.arraycopy(first, 0, bytes, 0, first.length);
            bytes[first.length] = (byte) 0xFF;
            System.arraycopy(second, 0, bytes, first.length + 1, second.length);
            Files.write(file, bytes);
            List<String> lines = before.concat("|").lines().toList();
            try (TextInput input = TextInput.open(file)) {
                all(input);
                TextInput.@Nullable BadByte bad = input.badByteBefore(Long.MAX_VALUE);
                assertThat(bad).isNotNull();
                if (bad != null) {
                    assertThat(bad.line()).isEqualTo(lines.size());
                    assertThat(bad.column()).isEqualTo(lines.getLast().getBytes(StandardCharsets.UTF_8).length);
                    assertThat(bad.value()).isEqualTo(0xFF);
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    /// Some reach over the edge of a buffer.
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of("a", "é", "€", "\uD83D\uDE00", "\n", "\r\n", "\r", " ", "\"", ",");
        return pieces.list()
                .ofMaxSize(30)
                .map(list -> String.join("", list))
                .flatMap(text -> Arbitraries.of(text, FILLER + text, text + FILLER + text));
    }

    private static String all(TextInput input) throws IOException {
        StringBuilder text = new StringBuilder();
        BufferedReader reader = new BufferedReader(input);
        for (int character = reader.read(); character >= 0; character = reader.read()) {
            text.append((char) character);
        }
        return text.toString();
    }
}
