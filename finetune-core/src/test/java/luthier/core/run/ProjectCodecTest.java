package luthier.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCodecTest {
    private static final String WHOLE = """
            {
              "format": "luthier-project",
              "version": 1,
              "name": "support",
              "models": {"small": {"path": "../models/small", "licence": "apache"}},
              "datasets": {
                "tickets": {"train": "data/tickets.csv", "columns": {"output": "answer"}, "maxLength": 256}
              },
              "runs": [
                {
                  "name": "first", "model": "small", "dataset": "tickets", "precision": "fp32",
                  "tuning": {"id": "lora", "rank": 16, "targetModules": ["q_proj"]},
                  "optimizer": {"id": "sgd"},
                  "training": {
                    "epochs": 2,
                    "learningrate": 0.001
                  },
                  "device": "cpu"
                },
                {"name": "second", "model": "small", "dataset": "tickets"}
              ],
              "notes": "über all",
              "colours": {"first": "blue", "big": 12345678901234567890.5}
            }
            """;

    @TempDir
    Path folder;

    private Path file;

    ProjectCodecTest() {
        file = Path.of("unset");
    }

    @BeforeEach
    void place() {
        file = folder.resolve("p").resolve("support.luthier");
    }

    private OpenedProject read(String text) throws LuthierException, IOException {
        Files.createDirectories(folder.resolve("p"));
        Files.writeString(file, text);
        return ProjectCodec.read(file);
    }

    @Test
    void readsEveryPartAndResolvesPathsAgainstTheFile() throws LuthierException, IOException {
        Project project = read(WHOLE).project();
        RunSpec spec = project.spec("first");
        assertThat(spec.model()).isEqualTo(folder.resolve("models/small"));
        assertThat(spec.precision()).isEqualTo(BasePrecision.FP32);
        assertThat(spec.tuning())
                .isEqualTo(new MethodSpec("lora", Map.of("rank", 16, "targetModules", List.of("q_proj"))));
        assertThat(spec.optimizer()).isEqualTo(new MethodSpec("sgd", Map.of()));
        assertThat(spec.data().train()).isEqualTo(folder.resolve("p/data/tickets.csv"));
        assertThat(spec.data().evaluation()).isNull();
        assertThat(spec.data().maxLength()).isEqualTo(256);
        assertThat(spec.training().epochs()).isEqualTo(2);
        assertThat(spec.training().learningRate()).isEqualTo(TrainingSpec.DEFAULTS.learningRate());
        assertThat(project.notes()).isEqualTo("über all");
    }

    @Test
    void whatIsLeftOutTakesItsDefault() throws LuthierException, IOException {
        RunSpec spec = read(WHOLE).project().spec("second");
        assertThat(spec.training()).isEqualTo(TrainingSpec.DEFAULTS);
        assertThat(spec.tuning()).isEqualTo(new MethodSpec("lora", Map.of()));
        assertThat(spec.optimizer()).isEqualTo(new MethodSpec("adamw", Map.of()));
        assertThat(spec.precision()).isEqualTo(BasePrecision.BF16);
        assertThat(spec.device()).isEqualTo("auto");
    }

    @Test
    void unknownKeysAreReportedWithTheirPlaceAndTheClosestKnownKey() throws LuthierException, IOException {
        assertThat(read(WHOLE).warnings())
                .containsExactly(
                        file + ", line 5, column 62: `models.small.licence` is not a known setting and has no effect",
                        file + ", line 16, column 25: `runs[0].training.learningrate` is not a known setting and has"
                                + " no effect; did you mean `learningRate`?",
                        file + ", line 23, column 14: `colours` is not a known setting and has no effect");
    }

    @Test
    void writingAgainKeepsEverythingAndSettlesAtOnce() throws LuthierException, IOException {
        OpenedProject first = read(WHOLE);
        ProjectCodec.write(first.project(), file);
        OpenedProject second = ProjectCodec.read(file);
        assertThat(second.project()).isEqualTo(first.project());
        assertThat(second.warnings()).hasSameSizeAs(first.warnings());
        String written = Files.readString(file);
        assertThat(written)
                .contains("\"../models/small\"")
                .contains("\"data/tickets.csv\"")
                .contains("\"learningrate\" : 0.001")
                .contains("12345678901234567890.5");
        ProjectCodec.write(second.project(), file);
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @Test
    void aNewerVersionIsRefusedWithASentence() {
        assertRefused(WHOLE.replace("\"version\": 1", "\"version\": 2"), failure -> {
            assertThat(failure.field()).isEqualTo("version");
            assertThat(failure.where()).isEqualTo(file + ", line 3, column 14");
            assertThat(failure.problem()).contains("newer Luthier").contains("reads up to 1");
        });
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertRefused("{}", failure -> assertThat(failure.field()).isEqualTo("format"));
        assertRefused("[]", failure -> assertThat(failure.problem()).contains("must be an object"));
        assertRefused("", failure -> assertThat(failure.where()).startsWith(file.toString()));
    }

    @Test
    void twoRunsOfOneNameAreRefused() {
        assertRefused(WHOLE.replace("second", "first"), failure -> {
            assertThat(failure.field()).isEqualTo("runs[1].name");
            assertThat(failure.problem()).contains("`first`");
        });
    }

    @Test
    void aRunOfAnUnknownModelNamesThoseThereAre() {
        assertRefused(WHOLE.replace("\"model\": \"small\"", "\"model\": \"smal\""), failure -> {
            assertThat(failure.field()).isEqualTo("runs[0].model");
            assertThat(failure.problem()).contains("`smal`").contains("small");
        });
    }

    @Test
    void aSyntaxErrorNamesLineAndColumn() {
        assertRefused(
                WHOLE.replace("\"epochs\": 2,", "\"epochs\": 2"),
                failure -> assertThat(failure.where()).startsWith(file + ", line 16, column "));
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertRefused(
                WHOLE.replace("\"epochs\": 2,", "\"epochs\": 2, \"epochs\": 3,"),
                failure -> assertThat(failure.where()).startsWith(file + ", line 15, column "));
    }

    @Test
    void wrongTypesAndRangesNameTheirField() {
        assertField("\"epochs\": 2", "\"epochs\": \"two\"", "runs[0].training.epochs");
        assertField("\"epochs\": 2", "\"epochs\": 0", "runs[0].training.epochs");
        assertField("\"epochs\": 2", "\"seed\": 1.5", "runs[0].training.seed");
        assertField("\"epochs\": 2", "\"batchSize\": 3000000000", "runs[0].training.batchSize");
        assertField("\"epochs\": 2", "\"schedule\": \"cubic\"", "runs[0].training.schedule");
        assertField("\"maxLength\": 256", "\"maxLength\": 1", "datasets.tickets.maxLength");
        assertField("\"maxLength\": 256", "\"lastTurnOnly\": 1", "datasets.tickets.lastTurnOnly");
        assertField("\"output\": \"answer\"", "\"output\": 3", "datasets.tickets.columns.output");
        assertField("\"rank\": 16", "\"rank\": null", "runs[0].tuning.rank");
        assertField("\"fp32\"", "\"fp31\"", "runs[0].precision");
        assertField("\"device\": \"cpu\"", "\"device\": \"tpu\"", "runs[0].device");
        assertField("\"name\": \"first\"", "\"name\": \"a/b\"", "runs[0].name");
        assertField("\"name\": \"first\", ", "", "runs[0].name");
        assertField("\"../models/small\"", "\"\"", "models.small.path");
        assertField("\"../models/small\"", "\"a\\u0000b\"", "models.small.path");
    }

    private void assertField(String from, String to, String field) {
        assertThat(WHOLE).contains(from);
        assertRefused(WHOLE.replace(from, to), failure -> {
            assertThat(failure.field()).isEqualTo(field);
            assertThat(failure.where()).startsWith(file.toString());
        });
    }

    private void assertRefused(String text, Consumer<Failure.InvalidSpec> check) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.InvalidSpec.class, check));
    }
}
