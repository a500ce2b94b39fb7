package luthier.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.app.TestProgram;
import luthier.app.progress.RecordedEvents;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final String ANSWER = "Category: damage\nUrgency: low\nReply: Sorry.";

    @TempDir
    Path temporary = Path.of("");

    private final ScriptedRuns runs = new ScriptedRuns(RecordedEvents.ending(RecordedEvents.finished()), 0);
    private boolean trained;
    private final ScriptedTasks tasks = new ScriptedTasks((_, message) -> lines(message));
    private final TestProgram program = TestProgram.of(runs, tasks, new QuickstartFiles(DemoTest::file));

    @Test
    void showsAndMeasuresBeforeAndAfterTraining() {
        Path folder = temporary.resolve("demo");
        assertThat(program.run("demo", "--folder", folder.toString())).isZero();
        assertThat(runs.started.getFirst().name()).isEqualTo("tickets");
        assertThat(runs.folders.getFirst().getParent()).isEqualTo(folder.resolve("runs"));
        // two openings and twenty tickets each
        assertThat(tasks.messages).hasSize(42);
        assertThat(tasks.messages.get(0).get("adapter")).isNull();
        assertThat(tasks.messages.get(21).get("adapter"))
                .isEqualTo(runs.folders.getFirst().resolve("output"));
        assertThat(tasks.messages.get(1).get("fresh")).isEqualTo(true);
        assertThat(tasks.open).isZero();
        assertThat(program.out.toString())
                .containsSubsequence(
                        "never seen; three of them",
                        "once upon a time",
                        "20 s for 40 steps",
                        "The result lies in",
                        "    Category: damage",
                        "exactly right on 20 tickets never seen: 0.00 % before, 100 % after",
                        "./luthier chat " + runs.folders.getFirst());
    }

    @Test
    void aFolderInUseIsRefused() throws IOException {
        Files.writeString(temporary.resolve("mine.txt"), "mine");
        assertThat(program.run("demo", "--folder", temporary.toString())).isEqualTo(2);
        assertThat(program.err.toString()).contains("--overwrite");
        assertThat(temporary).isDirectoryNotContaining("glob:**.luthier");
    }

    @Test
    void overwriteUsesItAllTheSame() throws IOException {
        Files.writeString(temporary.resolve("mine.txt"), "mine");
        assertThat(program.run("demo", "--folder", temporary.toString(), "--overwrite"))
                .isZero();
        assertThat(temporary.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void aTrainingThatIsStoppedEndsTheDemo() {
        ScriptedRuns stopping = new ScriptedRuns(RecordedEvents.ending(RecordedEvents.stopped()), 1);
        TestProgram stopped = TestProgram.of(stopping, tasks, new QuickstartFiles(DemoTest::file));
        assertThat(stopped.run("demo", "--folder", temporary.toString())).isEqualTo(5);
        assertThat(stopped.out.toString()).doesNotContain("after.");
    }

    @Test
    void aBuildWithoutTheModelSaysSo() {
        TestProgram bare = TestProgram.of(
                runs, tasks, new QuickstartFiles(name -> name.equals("model.safetensors") ? null : file(name)));
        assertThat(bare.run("demo", "--folder", temporary.toString())).isEqualTo(3);
        assertThat(bare.err.toString()).contains("model.safetensors: is not part of this build");
    }

    private List<Map<String, ?>> lines(Map<String, ? extends @Nullable Object> message) {
        if (!message.containsKey("user")) {
            trained = message.get("adapter") != null;
            return List.of(Map.of("ready", true, "info", "a test model"));
        }
        return List.of(
                Map.of("token", trained ? ANSWER : "once upon a time"),
                Map.of("end", Map.of("tokens", 5, "tokensPerSecond", 100.0, "reason", "stop")));
    }

    private static @Nullable InputStream file(String name) {
        String ticket = """
                {"messages":[{"role":"user","content":"My lamp is broken."},{"role":"assistant","content":"%s"}]}
                """.formatted(ANSWER.replace("\n", "\\n"));
        return switch (name) {
            case "quickstart.luthier" -> QuickstartFiles.class.getResourceAsStream("/luthier/app/quickstart/" + name);
            case "tickets-heldout.jsonl" -> bytes(ticket.repeat(25));
            default -> bytes(name);
        };
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
