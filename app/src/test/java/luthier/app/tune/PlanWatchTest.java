package luthier.app.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import luthier.app.TestWindow;
import luthier.app.plan.Planner;
import luthier.app.worker.ScriptedTasks;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.Test;

class PlanWatchTest {
    private final Deque<Runnable> later = new ArrayDeque<>();

    @Test
    void onlyTheNewestOfSeveralRequestsIsPlanned() {
        ScriptedTasks tasks = new ScriptedTasks((_, message) -> List.of(TestWindow.plan(message)));
        PlanWatch watch = new PlanWatch(new Planner(tasks), later::add, Runnable::run);
        watch.request(Specs.named("a"), false);
        watch.request(Specs.named("b"), false);
        assertThat(watch.busy().get()).isTrue();
        later.forEach(Runnable::run);
        assertThat(tasks.messages).hasSize(1).first().extracting("spec").isEqualTo(Specs.named("b"));
        assertThat(watch.busy().get()).isFalse();
        assertThat(watch.plan().get()).isNotNull();
    }

    @Test
    void afterAFailureTheLastPlanStaysAndTheReasonIsThere() {
        Failure failure = new Failure.InvalidSpec("the run", "data.maxLength", "is too long");
        Deque<Boolean> good = new ArrayDeque<>(List.of(true, false));
        ScriptedTasks tasks = new ScriptedTasks((_, message) -> {
            if (good.pop()) {
                return List.of(TestWindow.plan(message));
            }
            throw new LuthierException(failure);
        });
        PlanWatch watch = new PlanWatch(new Planner(tasks), Runnable::run, Runnable::run);
        watch.request(Specs.named("a"), false);
        watch.request(Specs.named("b"), false);
        assertThat(watch.plan().get()).isNotNull();
        assertThat(watch.failure().get()).isEqualTo(failure);
        watch.forget();
        assertThat(watch.plan().get()).isNull();
        assertThat(watch.failure().get()).isNull();
    }
}
