package luthier.core.worker;

import java.util.List;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.worker.task.TaskChannel;
import luthier.core.worker.task.WorkerTask;
import org.jspecify.annotations.Nullable;

/// Tasks for tests: one that counts, one that echoes, three that fail.
final class FakeTasks {
    private FakeTasks() {}

    static List<WorkerTask> all() {
        return List.of(
                task("count", (request, channel) -> {
                    System.out.println("something else prints");
                    for (int i = 1; i <= number(request, "to"); i++) {
                        channel.send(Map.of("i", i));
                    }
                }),
                task("echo", (request, channel) -> {
                    @Nullable Map<String, Object> message = request;
                    while (message != null) {
                        channel.send(Map.of("heard", message));
                        message = channel.receive();
                    }
                }),
                task("refuse", (request, channel) -> {
                    channel.send(Map.of("i", 1));
                    throw new LuthierException(new Failure.NoSuchDevice("cuda:0", "there is none", "take cpu"));
                }),
                task("crash", (request, channel) -> {
                    throw new IllegalStateException("a fault of the task");
                }),
                task("die", (request, channel) -> {
                    System.err.println("last words");
                    Runtime.getRuntime().halt(9);
                }));
    }

    private static int number(Map<String, Object> request, String key) {
        return request.get(key) instanceof Number number ? number.intValue() : 0;
    }

    private interface Work {
        void perform(Map<String, Object> request, TaskChannel channel) throws LuthierException;
    }

    private static WorkerTask task(String name, Work work) {
        return new WorkerTask() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void perform(Map<String, Object> request, TaskChannel channel) throws LuthierException {
                work.perform(request, channel);
            }
        };
    }
}
