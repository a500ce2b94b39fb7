package luthier.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.worker.FakeWorkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskClientTest {
    private final TaskClient client = new TaskClient(FakeWorkers.command());

    private Failure failure(String task, List<Map<String, Object>> lines) {
        Failure[] found = new Failure[1];
        assertThatThrownBy(() -> client.call(task, Map.of(), lines::add))
                .isInstanceOfSatisfying(LuthierException.class, e -> found[0] = e.failure());
        return found[0];
    }

    @Test
    void everyLineOfATaskArrivesAndNothingElseThatIsPrinted() throws LuthierException {
        List<Map<String, Object>> lines = new ArrayList<>();
        client.call("count", Map.of("to", 3), lines::add);
        assertThat(lines).isEqualTo(List.of(Map.of("i", 1), Map.of("i", 2), Map.of("i", 3)));
    }

    @Test
    void aSessionGoesBackAndForthUntilItIsClosed() throws LuthierException {
        try (TaskSession session = client.open("echo", Map.of("text", "grüß\nGott"))) {
            assertThat(session.next()).isEqualTo(Map.of("heard", Map.of("text", "grüß\nGott")));
            session.send(Map.of("n", 2));
            assertThat(session.next()).isEqualTo(Map.of("heard", Map.of("n", 2)));
            session.end();
            assertThat(session.next()).isNull();
        }
    }

    @Test
    void aFailureOfATaskIsThrownAfterItsLines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        assertThat(failure("refuse", lines)).isEqualTo(new Failure.NoSuchDevice("cuda:0", "there is none", "take cpu"));
        assertThat(lines).hasSize(1);
    }

    @Test
    void aFaultOfATaskIsAnEngineFault() {
        assertThat(failure("crash", new ArrayList<>()))
                .isEqualTo(new Failure.EngineFault("java.lang.IllegalStateException: a fault of the task"));
    }

    @Test
    void aTaskThatDiesLeavesItsLastWords() {
        assertThat(failure("die", new ArrayList<>())).isInstanceOfSatisfying(Failure.WorkerDied.class, died -> {
            assertThat(died.exitCode()).isEqualTo(9);
            assertThat(died.lastLines()).endsWith("last words");
        });
    }

    @Test
    void anUnknownTaskNamesThoseThereAre() {
        assertThat(failure("dance", new ArrayList<>()))
                .isInstanceOfSatisfying(
                        Failure.InvalidSpec.class,
                        failure -> assertThat(failure.problem())
                                .contains("`dance`")
                                .contains("count, echo"));
    }
}
