package luthier.core.model.folder;

import static luthier.core.model.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigObjectTest {
    @TempDir
    Path folder;

    @Test
    void readsValuesByType() throws Exception {
        ConfigObject config = config("""
                {"size": 64, "whole": 64.0, "eps": 1e-5, "on": true, "name": "llama", "none": null,
                 "names": ["a", "b"], "eos": [1, 2], "bos": 3, "nested": {"factor": 8}, "factors": [1, 2.5]}""");
        assertThat(config.intValue("size")).isEqualTo(64);
        assertThat(config.intValue("whole")).isEqualTo(64);
        assertThat(config.decimal("eps")).isEqualTo(1e-5);
        assertThat(config.decimal("size")).isEqualTo(64);
        assertThat(config.bool("on", false)).isTrue();
        assertThat(config.text("name")).isEqualTo("llama");
        assertThat(config.texts("names")).containsExactly("a", "b");
        assertThat(config.ints("eos")).containsExactly(1, 2);
        assertThat(config.ints("bos")).containsExactly(3);
        assertThat(config.decimals("factors")).containsExactly(1.0, 2.5);
        ConfigObject nested = config.object("nested");
        assertThat(nested).isNotNull();
        assertThat(nested == null ? 0 : nested.intValue("factor")).isEqualTo(8);
    }

    @Test
    void missingAndNullTakeTheDefault() throws Exception {
        ConfigObject config = config("{\"none\": null}");
        for (String key : new String[] {"none", "absent"}) {
            assertThat(config.intValue(key, 7)).isEqualTo(7);
            assertThat(config.decimal(key, 0.5)).isEqualTo(0.5);
            assertThat(config.bool(key, true)).isTrue();
            assertThat(config.text(key, "x")).isEqualTo("x");
            assertThat(config.textOrNull(key)).isNull();
            assertThat(config.object(key)).isNull();
            assertThat(config.ints(key)).isEmpty();
            assertThat(config.has(key)).isFalse();
        }
        assertThat(config.isNull("none")).isTrue();
        assertThat(config.isNull("absent")).isFalse();
    }

    @Test
    void namesTheKeyAndWhatWasFound() throws Exception {
        ConfigObject config = config("""
                {"hidden_size": "576", "half": 1.5, "big": 3000000000, "huge": 1e999, "flag": 1, "name": 5,
                 "list": [1, "x"], "rope_scaling": {"factor": "8"}, "object": 3}""");
        assertProblem(
                "`hidden_size` must be a whole number, found text \"576\".", () -> config.intValue("hidden_size"));
        assertProblem("`half` must be a whole number, found the number 1.5.", () -> config.intValue("half", 1));
        assertProblem("`big` is out of range: 3000000000.", () -> config.intValue("big"));
        assertProblem("`huge` is out of range: 1E+999.", () -> config.decimal("huge"));
        assertProblem("`hidden_size` must be a number, found text \"576\".", () -> config.decimal("hidden_size"));
        assertProblem("`flag` must be true or false, found the number 1.", () -> config.bool("flag", false));
        assertProblem("`name` must be text, found the number 5.", () -> config.text("name"));
        assertProblem("`list` must be a whole number, found text \"x\".", () -> config.ints("list"));
        assertProblem("`object` must be an object, found the number 3.", () -> config.object("object"));
        assertProblem("`name` must be a list, found the number 5.", () -> config.texts("name"));
        assertProblem("`absent` is missing; it must be a whole number.", () -> config.intValue("absent"));
        ConfigObject nested = config.object("rope_scaling");
        assertProblem("`rope_scaling.factor` must be a number, found text \"8\".", () -> {
            if (nested != null) {
                nested.decimal("factor");
            }
        });
    }

    @Test
    void refusesAFileThatIsNoObject() throws Exception {
        assertProblem("The file must hold a JSON object, found a list.", () -> config("[1]"));
        assertThat(refusal(() -> config("{\n \"a\": tru }")).problem())
                .startsWith("The file is not valid JSON (line 2, column ");
    }

    @Test
    void aMissingOptionalFileHasNoKeys() throws LuthierException {
        assertThat(ConfigObject.readIfPresent(folder.resolve("absent.json")).has("a"))
                .isFalse();
    }

    private static void assertProblem(String problem, ThrowingCallable call) {
        Failure.UnreadableModel failure = refusal(call);
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.file()).endsWith("config.json");
    }

    private ConfigObject config(String json) throws Exception {
        return ConfigObject.read(Files.writeString(folder.resolve("config.json"), json));
    }
}
