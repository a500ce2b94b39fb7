package luthier.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import luthier.app.demo.QuickstartFiles;
import luthier.app.fx.Look;
import luthier.app.fx.NoDialogs;
import luthier.app.preferences.PreferencesFile;
import luthier.app.preferences.PreferencesModel;
import luthier.app.project.SampleProject;
import luthier.app.shell.Hardware;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import luthier.core.catalog.registered.Catalog;
import luthier.core.run.MemoryCause;

/// The window over a worker that a test makes up; everything happens at once, on the thread that asks.
public final class TestWindow {
    private static final long MEBIBYTE = 1 << 20;

    public final ScriptedRuns runs = new ScriptedRuns(List.of(), 0);
    public final ScriptedTasks tasks = new ScriptedTasks((_, message) -> List.of(plan(message)));
    public final PreferencesModel preferences;
    private final WindowWiring wiring;

    /// @param folder for preferences and the sample project
    public TestWindow(Path folder) {
        Executor atOnce = Runnable::run;
        wiring = new WindowWiring(
                runs,
                tasks,
                Catalog.load(),
                new Hardware(2, 23L << 30, false),
                new SampleProject(QuickstartFiles.shipped(), folder.resolve("quickstart")),
                new PreferencesFile(folder.resolve("preferences.json")),
                atOnce,
                atOnce,
                atOnce,
                atOnce);
        preferences = wiring.preferences();
    }

    public Look open(double width, double height) {
        return wiring.open(preferences, new NoDialogs(), _ -> {}, width, height);
    }

    /// What a worker answers to `plan`.
    public static Map<String, Object> plan(Map<String, ?> request) {
        Map<String, Object> answer = answer(257, 37, 37, 75, 648, 236, 120);
        if (Boolean.TRUE.equals(request.get("measure"))) {
            answer.put("measured", answer(257, 37, 37, 75, 671, 240, 120));
        }
        return answer;
    }

    private static Map<String, Object> answer(long... mebibytes) {
        Map<String, Object> causes = new LinkedHashMap<>();
        long peak = 0;
        for (MemoryCause cause : MemoryCause.values()) {
            causes.put(cause.name(), mebibytes[cause.ordinal()] * MEBIBYTE);
            peak += mebibytes[cause.ordinal()] * MEBIBYTE;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("causes", causes);
        answer.put("runtimeBytes", mebibytes[MemoryCause.RUNTIME.ordinal()] * MEBIBYTE);
        answer.put("peakBytes", peak);
        answer.put("availableBytes", 20L << 30);
        answer.put("fits", true);
        answer.put("trainableParameters", 442_368L);
        answer.put("totalParameters", 3_400_000L);
        answer.put("longestBatch", Map.of("rows", 16L, "length", 118L));
        answer.put("steps", 450L);
        answer.put("activations", "keep");
        return answer;
    }
}
