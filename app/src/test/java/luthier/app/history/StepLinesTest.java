package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import luthier.core.run.JsonLine;
import luthier.core.run.MemoryCause;
import luthier.core.run.MemorySample;
import luthier.core.run.RunEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepLinesTest {
    private static final RunEvent.Stepped STEP = new RunEvent.Stepped(
            Instant.parse("2026-11-23T20:30:22Z"),
            7,
            0.25,
            1.5,
            2e-5,
            4,
            100,
            50,
            12.5,
            new MemorySample(Map.of(MemoryCause.WEIGHTS, 9L), 1, 2, 3));

    @Property(tries = 500)
    void whatWorkersWriteIsReadExactly(@ForAll("steps") RunEvent.Stepped step) {
        assertThat(read(JsonLine.write(step))).isEqualTo(step);
    }

    @Test
    void otherEventsAndFormsAreLeftToTheGeneralReader() {
        String line = JsonLine.write(STEP);
        assertThat(read(line)).isEqualTo(STEP);
        assertThat(read(line.replace(",\"epoch\"", " ,\"epoch\""))).isNull();
        assertThat(read(line.replace("0.25", "\"NaN\""))).isNull();
        assertThat(read(line.replace("WEIGHTS", "NOVELTY"))).isNull();
        assertThat(read(line.replace("}}", "},\"more\":1}"))).isNull();
        assertThat(read(line.replace("2026-11-23", "2026-13-23"))).isNull();
        assertThat(read("{\"event\":\"paused\"}")).isNull();
        assertThat(read("")).isNull();
    }

    @Test
    void aLineThatWasCutIsNotRead() {
        String line = JsonLine.write(STEP);
        for (int length = 0; length < line.length(); length++) {
            assertThat(read(line.substring(0, length))).isNull();
        }
    }

    @Provide
    Arbitrary<RunEvent.Stepped> steps() {
        Arbitrary<Double> number = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e9, 1e9).ofScale(17),
                Arbitraries.doubles().between(0, 1).ofScale(9),
                Arbitraries.of(0.0, -0.0, 1e-300, 1.7976931348623157e308, 3.0, 1e22, 123456789012345678.0));
        Arbitrary<Long> whole = Arbitraries.longs().between(0, 1L << 50);
        Arbitrary<Map<MemoryCause, Long>> bytes = Arbitraries.maps(Arbitraries.of(MemoryCause.class), whole);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999),
                        number,
                        number,
                        number,
                        whole,
                        bytes)
                .as((second, nano, a, b, c, count, map) -> new RunEvent.Stepped(
                        Instant.ofEpochSecond(second, nano),
                        count,
                        a,
                        b,
                        c,
                        a / 2,
                        count / 2,
                        count / 3,
                        b / 7,
                        new MemorySample(map, count, count + 1, 0)));
    }

    private static RunEvent.@Nullable Stepped read(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        return new StepLines(text).read(0, text.length);
    }
}
