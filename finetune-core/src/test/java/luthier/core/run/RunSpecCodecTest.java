package luthier.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSpecCodecTest {
    @Provide
    Arbitrary<RunSpec> specs() {
        return RunRecords.specs();
    }

    @Property
    void everySpecificationComesBackFromItsJson(@ForAll("specs") RunSpec spec) throws LuthierException {
        String json = JsonLine.write(RunSpecCodec.toMap(spec));
        assertThat(RunSpecCodec.read(JsonSource.parse("spec.json", json))).isEqualTo(spec);
    }

    @Test
    void aFileHoldsTheWholeSpecification(@TempDir Path folder) throws LuthierException {
        Path file = folder.resolve("spec.json");
        RunSpec spec = RunRecords.specs().sample();
        RunSpecCodec.write(spec, file);
        assertThat(RunSpecCodec.read(file)).isEqualTo(spec);
    }

    @Test
    void aMissingFileIsASentence(@TempDir Path folder) {
        Path file = folder.resolve("spec.json");
        assertThatThrownBy(() -> RunSpecCodec.read(file))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        Failure.InvalidSpec.class,
                                        failure -> assertThat(failure.where()).isEqualTo(file.toString())));
    }

    @Test
    void aSettingOutsideItsRangeNamesFileLineAndField(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("spec.json");
        Files.writeString(file, """
                {
                  "name": "a", "model": "m", "data": {"train": "t.csv"},
                  "training": {
                    "batchSize": 0
                  }
                }
                """);
        assertThatThrownBy(() -> RunSpecCodec.read(file))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.InvalidSpec(
                                        file + ", line 4, column 18", "training.batchSize", "must be at least 1")));
    }
}
