package luthier.core.worker.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.client.RunFolder;
import luthier.core.disk.DurableFiles;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.Extensions;
import luthier.core.engine.StoredAdapter;
import luthier.core.model.TokenizerFiles;
import luthier.core.run.LuthierException;

/// Writes a run's result for other programs: as it is with the tokenizer beside it, or merged with its base into a
/// model of its own, which is then held against the unmerged one.
public final class ExportTask implements WorkerTask {
    private final Extensions extensions;

    public ExportTask(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void perform(Map<String, Object> form, TaskChannel channel) throws LuthierException {
        Request request = new Request(name(), form);
        RunOutput output = RunOutput.of(RunFolder.open(request.path("runFolder")));
        Path to = request.path("to");
        boolean merged = request.flag("merged") && !output.whole();
        Path aside = to.resolveSibling("." + to.getFileName() + ".writing");
        try {
            requireFree(to, request);
            DurableFiles.deleteTree(aside);
            Files.createDirectories(aside);
            try {
                if (merged) {
                    merge(output, aside, channel);
                } else {
                    copy(output, aside, channel);
                }
                DurableFiles.syncTree(aside);
                Files.deleteIfExists(to);
                Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
                DurableFiles.syncFolder(
                        aside.toAbsolutePath().resolveSibling(".").normalize());
            } finally {
                DurableFiles.deleteTree(aside);
            }
            channel.send(Map.of("done", Map.of("folder", to, "bytes", bytes(to))));
        } catch (IOException e) {
            throw LuthierException.disk(to, "the exported folder", e);
        }
    }

    private static void requireFree(Path to, Request request) throws IOException, LuthierException {
        if (Files.isDirectory(to)) {
            try (Stream<Path> entries = Files.list(to)) {
                if (entries.findAny().isEmpty()) {
                    return;
                }
            }
        }
        if (Files.exists(to)) {
            throw request.refused("to", to + " exists already and is not an empty folder; choose another one");
        }
    }

    private void merge(RunOutput output, Path aside, TaskChannel channel) throws IOException, LuthierException {
        AnsweringModel unmerged = output.model(extensions);
        StoredAdapter adapter = unmerged.adapter();
        if (adapter == null) {
            throw new IllegalStateException(output.folder() + " is a model of its own");
        }
        channel.send(Map.of("progress", "Writing the base with the adapter in it"));
        adapter.merge().write(aside);
        channel.send(Map.of("progress", "Comparing the merged model with base and adapter"));
        MergeCheck check = MergeCheck.of(
                unmerged,
                AnsweringModel.open(aside, null, extensions),
                CheckRows.of(output.spec(), unmerged, extensions));
        channel.send(Map.of(
                "progress",
                String.format(
                        Locale.ROOT,
                        "Largest difference of %d logits: %.2g (up to %.2g can be explained); rounding to the base's"
                                + " type moved them by up to %.2g",
                        check.compared(),
                        check.largestDifference(),
                        check.tolerance(),
                        check.rounding())));
        check.requireEqual(output.folder());
    }

    private static void copy(RunOutput output, Path aside, TaskChannel channel) throws IOException, LuthierException {
        channel.send(Map.of("progress", "Copying the result"));
        try (Stream<Path> files = Files.list(output.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, aside.resolve(file.getFileName()));
            }
        }
        for (String name : TokenizerFiles.NAMES) {
            Path file = output.spec().model().resolve(name);
            if (Files.isRegularFile(file) && !Files.exists(aside.resolve(name))) {
                Files.copy(file, aside.resolve(name));
            }
        }
    }

    private static long bytes(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
