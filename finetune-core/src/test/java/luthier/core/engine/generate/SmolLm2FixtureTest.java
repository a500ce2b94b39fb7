package luthier.core.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.data.Message;
import luthier.core.data.prepare.ModelText;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.TestExtensions;
import luthier.core.engine.kernel.Kernels;
import luthier.core.fixture.Fixtures;
import luthier.core.fixture.Golden;
import luthier.core.model.DType;
import luthier.core.run.JsonLine;
import luthier.core.run.LuthierException;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A real model against transformers.
@Tag("fixture")
@Tag("real-model")
final class SmolLm2FixtureTest {
    private static final String NEEDS =
            " (skipped without SmolLM2-135M-Instruct in models/smollm2 or the folder of -Dluthier.smollm2)";

    @Test
    @DisplayName("prompts, logits and greedy continuations equal transformers'" + NEEDS)
    void continuesLikeTransformers() throws LuthierException, IOException {
        Path folder = modelFolder();
        Assumptions.assumeTrue(folder != null, "no SmolLM2-135M-Instruct here: see models/README.md");
        if (folder == null) {
            return;
        }
        Path fixture = Fixtures.folder("smollm2");
        Golden golden = Golden.read(fixture.resolve("logits.safetensors"));
        Map<String, Object> expected =
                JsonLine.object("continuations.json", Files.readString(fixture.resolve("continuations.json")));
        AnsweringModel smollm2 = AnsweringModel.open(folder, null, TestExtensions.llama());
        try (ModelText text = ModelText.open(smollm2.prepared().folder());
                Kernels kernels = Kernels.load(-1, 0);
                LoadedModel model = smollm2.load(kernels, DType.F32);
                Generator generator = new Generator(model, text.tokenizer().vocabularySize())) {
            List<?> prompts = (List<?>) expected.getOrDefault("prompts", List.of());
            assertThat(prompts).hasSize(5);
            for (int i = 0; i < prompts.size(); i++) {
                Map<?, ?> prompt = (Map<?, ?>) prompts.get(i);
                int[] ids = ints(prompt.get("input_ids"));
                String asked = String.valueOf(prompt.get("prompt"));
                String written = "chat".equals(prompt.get("kind"))
                        ? text.format().renderer().render(List.of(Message.of("user", asked)), List.of(), true)
                        : asked;
                assertThat(text.tokenizer().encode(written).ids()).as(asked).isEqualTo(ids);
                assertLogits(golden, i, generator.logits(ids));
                Answer answer = generator.answer(
                        ids, Sampling.GREEDY, text.format().specials().stopIds(), 32, TokenSink.NOBODY);
                assertThat(answer.ids()).as(asked).isEqualTo(ints(prompt.get("new_ids")));
            }
        }
    }

    /// After the first prompt all logits are known, after the others the five largest.
    private static void assertLogits(Golden golden, int prompt, float[] logits) {
        if (prompt == 0) {
            float[] last = golden.floats("last_logits.0");
            for (int id = 0; id < last.length; id++) {
                assertThat(logits[id]).as("logit %d", id).isCloseTo(last[id], Offset.offset(2e-3f));
            }
        }
        float[] top = golden.floats("top_logits." + prompt);
        long[] ids = golden.longs("top_ids." + prompt);
        for (int i = top.length - 5; i < top.length; i++) {
            assertThat(logits[(int) ids[i]]).as("logit %d", ids[i]).isCloseTo(top[i], Offset.offset(2e-3f));
        }
    }

    private static int[] ints(@Nullable Object list) {
        return ((List<?>) (list == null ? List.of() : list))
                .stream().mapToInt(id -> ((Number) id).intValue()).toArray();
    }

    private static @Nullable Path modelFolder() {
        String named = System.getProperty("luthier.smollm2", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = up.resolve("models/smollm2");
            if (Files.exists(folder.resolve("config.json"))) {
                return folder;
            }
        }
        return null;
    }
}
