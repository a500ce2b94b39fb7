package luthier.core.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luthier.core.client.WorkerCommand;
import luthier.core.run.BasePrecision;
import luthier.core.run.DataSpec;
import luthier.core.run.MethodSpec;
import luthier.core.run.RunSpec;
import luthier.core.run.TrainingSpec;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Starts [FakeJob] in a real second JVM, on a class path made of all that this JVM has.
public final class FakeWorkers {
    private FakeWorkers() {}

    public static WorkerCommand command() {
        return command(FakeJob.Main.class);
    }

    /// Another program of the tests.
    public static WorkerCommand command(Class<?> main) {
        return WorkerCommand.onClassPath(classPath(), main.getName());
    }

    /// @param settings see [FakeJob]
    public static RunSpec spec(Map<String, Object> settings) {
        return new RunSpec(
                "fake",
                Path.of("model").toAbsolutePath(),
                BasePrecision.FP32,
                new MethodSpec("fake", settings),
                new MethodSpec("adamw", Map.of()),
                new DataSpec(Path.of("train.csv").toAbsolutePath(), null, "auto", Map.of(), 0.05, 16, false),
                TrainingSpec.DEFAULTS,
                "cpu");
    }

    private static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        entries.add(root(FakeJob.class));
        entries.add(root(WorkerMain.class));
        Class<?> loggers = LoggerFactory.getILoggerFactory().getClass();
        for (Class<?> library : List.of(
                LoggerFactory.class,
                loggers,
                loggers.getSuperclass(),
                JsonMapper.class,
                JacksonException.class,
                JsonTypeInfo.class)) {
            entries.add(jar(library));
        }
        entries.add(System.getProperty("jdk.module.path", ""));
        entries.add(System.getProperty("java.class.path", ""));
        entries.remove("");
        return String.join(System.getProperty("path.separator", ":"), entries);
    }

    // A test launcher may have loaded the libraries by a loader of its own, which no property tells of.
    private static String jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? "" : Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(source.toString(), e);
        }
    }

    private static String root(Class<?> type) {
        String file = type.getSimpleName() + ".class";
        URL url = type.getResource(file);
        if (url == null) {
            throw new AssertionError("no class file of " + type);
        }
        try {
            String path = Path.of(url.toURI()).toString();
            return path.substring(0, path.length() - type.getName().length() - ".class".length() - 1);
        } catch (URISyntaxException e) {
            throw new AssertionError(url.toString(), e);
        }
    }
}
