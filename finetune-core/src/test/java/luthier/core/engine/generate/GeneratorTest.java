package luthier.core.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.TestExtensions;
import luthier.core.engine.kernel.Kernels;
import luthier.core.fixture.Fixtures;
import luthier.core.model.DType;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GeneratorTest {
    private static final int[] PROMPT = {5, 9, 33, 120, 7};
    private static final int POSITIONS = 64;

    private final Kernels kernels = Kernels.load(-1, 1);
    private LoadedModel model = load();

    private LoadedModel load() {
        try {
            return AnsweringModel.open(Fixtures.folder("models/llama"), null, TestExtensions.llama())
                    .load(kernels, DType.F32);
        } catch (LuthierException e) {
            throw new IllegalStateException(e);
        }
    }

    private Generator generator = new Generator(model, 320);

    @BeforeEach
    void modelHasFewPositions() {
        assertThat(model.blueprint().maxPositions()).isEqualTo(POSITIONS);
    }

    @AfterEach
    void everyTensorIsGivenBack() {
        generator.close();
        model.close();
        assertThat(kernels.account().bytes()).as("bytes still held").isEqualTo(Float.BYTES);
        kernels.close();
    }

    @Test
    void aStopTokenEndsTheAnswerAndIsNotTold() throws LuthierException {
        int[] free = generator
                .answer(PROMPT, Sampling.GREEDY, Set.of(), 6, TokenSink.NOBODY)
                .ids();
        int stop = free[3];
        List<Integer> told = new ArrayList<>();
        Answer answer = generator.answer(PROMPT, Sampling.GREEDY, Set.of(stop), 6, told::add);
        assertThat(answer.reason()).isEqualTo(Answer.Reason.STOP);
        assertThat(answer.ids()).endsWith(stop);
        assertThat(told).hasSize(answer.ids().length - 1).doesNotContain(stop);
    }

    @Test
    void theAnswerEndsWhereThePositionsEnd() throws LuthierException {
        Answer answer = generator.answer(PROMPT, Sampling.GREEDY, Set.of(), 1000, TokenSink.NOBODY);
        assertThat(answer.ids()).hasSize(POSITIONS - PROMPT.length);
        assertThat(answer.reason()).isEqualTo(Answer.Reason.LENGTH);
    }

    @Test
    void aPromptWithoutRoomForAnAnswerIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> generator.answer(new int[POSITIONS], Sampling.GREEDY, Set.of(), 1, TokenSink.NOBODY))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        Failure.InvalidSpec.class,
                                        failure ->
                                                assertThat(failure.problem()).contains("64 tokens", "64 positions")));
    }

    @Test
    void drawsRepeatWithTheSeedAndDifferBetweenAnswers() throws LuthierException {
        Sampling sampling = new Sampling(2, 1, 11);
        int[] first = generator
                .answer(PROMPT, sampling, Set.of(), 12, TokenSink.NOBODY)
                .ids();
        int[] second = generator
                .answer(PROMPT, sampling, Set.of(), 12, TokenSink.NOBODY)
                .ids();
        try (Generator again = new Generator(model, 320)) {
            assertThat(again.answer(PROMPT, sampling, Set.of(), 12, TokenSink.NOBODY)
                            .ids())
                    .isEqualTo(first);
        }
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void idsBeyondTheTokenizerAreNeverChosen() throws LuthierException {
        try (Generator narrow = new Generator(model, 10)) {
            Answer answer = narrow.answer(PROMPT, new Sampling(3, 1, 1), Set.of(), 30, TokenSink.NOBODY);
            assertThat(Arrays.stream(answer.ids()).max().orElse(99)).isLessThan(10);
        }
    }
}
