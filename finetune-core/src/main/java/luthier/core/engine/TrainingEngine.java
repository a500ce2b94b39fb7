package luthier.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import luthier.core.client.RunFolder;
import luthier.core.data.batch.Batches;
import luthier.core.disk.DurableFiles;
import luthier.core.engine.checkpoint.CheckpointStore;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.plan.MemoryPlan;
import luthier.core.run.Failure;
import luthier.core.run.Ledger;
import luthier.core.run.LuthierException;
import luthier.core.run.MemorySample;
import luthier.core.run.RunControl;
import luthier.core.run.RunEvent;
import luthier.core.run.RunSink;
import luthier.core.run.RunSpec;
import luthier.core.run.TrainingSpec;

/// Trains one run from its specification to its result. Events go out through the sink; nothing else is told.
public final class TrainingEngine {
    private final Extensions extensions;

    public TrainingEngine(Extensions extensions) {
        this.extensions = extensions;
    }

    /// @param resume continue from the newest checkpoint, to the same bits as an uninterrupted run
    /// @throws LuthierException when the run cannot begin or go on; checkpoints written so far stand
    public void run(RunSpec spec, RunFolder folder, boolean resume, RunSink sink, RunControl control)
            throws LuthierException {
        PreparedRun run = PreparedRun.of(spec, extensions);
        DeviceChoice device = DeviceChoice.of(spec.device(), DeviceChoice.Accelerators.ofPyTorch());
        try (Kernels kernels =
                Kernels.load(device.accelerator(), spec.training().threads())) {
            MemoryPlan plan = run.memory();
            // The plan knows the computer's memory; that of a GPU answers for itself.
            if (device.accelerator() < 0 && !forced()) {
                plan.requireFits();
            }
            try (TrainingSession session = TrainingSession.open(run, kernels, plan.keptBlocks())) {
                new Loop(run, session, device, folder, sink, control).run(resume);
            }
        }
    }

    /// Whether the user wants a run tried that the plan finds too large.
    private static boolean forced() {
        return Boolean.getBoolean("luthier.force");
    }

    /// The run's state between two steps.
    private static final class Loop {
        private final PreparedRun run;
        private final TrainingSpec training;
        private final TrainingSession session;
        private final DeviceChoice device;
        private final RunFolder folder;
        private final CheckpointStore checkpoints;
        private final RunSink sink;
        private final RunControl control;
        private Progress progress = Progress.START;
        private double lastLoss = Double.NaN;

        Loop(
                PreparedRun run,
                TrainingSession session,
                DeviceChoice device,
                RunFolder folder,
                RunSink sink,
                RunControl control) {
            this.run = run;
            this.training = run.spec().training();
            this.session = session;
            this.device = device;
            this.folder = folder;
            this.checkpoints = new CheckpointStore(folder.checkpoints());
            this.sink = sink;
            this.control = control;
        }

        void run(boolean resume) throws LuthierException {
            Path newest = resume ? checkpoints.latest() : null;
            if (newest != null) {
                progress = session.restore(newest);
            }
            sink.accept(started());
            for (String notice : run.data().templateNotices()) {
                sink.accept(new RunEvent.Logged(Instant.now(), "info", notice));
            }
            for (String notice : run.data().notices()) {
                sink.accept(new RunEvent.Logged(Instant.now(), "warning", notice));
            }
            while (progress.step() < run.steps()) {
                switch (obey()) {
                    case STOP -> {
                        checkpoint();
                        sink.accept(new RunEvent.Stopped(Instant.now(), progress.step(), null, ledger()));
                        return;
                    }
                    case STOP_AND_KEEP -> {
                        checkpoint();
                        writeOutput();
                        sink.accept(new RunEvent.Stopped(Instant.now(), progress.step(), output(), ledger()));
                        return;
                    }
                    case STOP_AND_DISCARD -> {
                        sink.accept(new RunEvent.Stopped(Instant.now(), progress.step(), null, ledger()));
                        return;
                    }
                    default -> step();
                }
            }
            finish();
        }

        private void step() throws LuthierException {
            StepResult result = session.step(progress.step());
            if (!Double.isFinite(result.loss()) || !Double.isFinite(result.gradientNorm())) {
                Path newest = checkpoints.latest();
                throw new LuthierException(new Failure.Diverged(
                        progress.step() + 1,
                        newest == null ? "" : folder.path().relativize(newest).toString()));
            }
            progress = progress.stepped(result.tokens(), result.supervisedTokens(), result.seconds());
            lastLoss = result.loss();
            sink.accept(new RunEvent.Stepped(
                    Instant.now(),
                    progress.step(),
                    result.epoch(),
                    result.loss(),
                    result.learningRate(),
                    result.gradientNorm(),
                    result.tokens(),
                    result.supervisedTokens(),
                    result.seconds() * 1e3,
                    memory()));
            boolean last = progress.step() == run.steps();
            if (!last && due(training.evaluateEvery())) {
                evaluate();
            }
            if (!last && due(training.checkpointEvery())) {
                checkpoint();
            }
        }

        private boolean due(long every) {
            return every > 0 && progress.step() % every == 0;
        }

        private void finish() throws LuthierException {
            evaluate();
            checkpoint();
            writeOutput();
            sink.accept(new RunEvent.Finished(Instant.now(), progress.step(), output(), ledger()));
        }

        /// Acts on what was asked for; pauses in place.
        private RunControl.Request obey() throws LuthierException {
            RunControl.Request request = control.poll();
            while (request == RunControl.Request.CHECKPOINT || request == RunControl.Request.PAUSE) {
                if (request == RunControl.Request.CHECKPOINT) {
                    checkpoint();
                    request = control.poll();
                } else {
                    request = pause();
                }
            }
            return request;
        }

        private RunControl.Request pause() throws LuthierException {
            sink.accept(new RunEvent.Paused(Instant.now(), progress.step()));
            long begin = System.nanoTime();
            try {
                RunControl.Request request = control.await();
                while (request == RunControl.Request.PAUSE) {
                    request = control.await();
                }
                return request;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return RunControl.Request.STOP;
            } finally {
                progress = progress.paused((System.nanoTime() - begin) / 1e9);
                sink.accept(new RunEvent.Resumed(Instant.now(), progress.step()));
            }
        }

        private void evaluate() throws LuthierException {
            Batches held = run.data().evaluation();
            if (held == null) {
                return;
            }
            long begin = System.nanoTime();
            Evaluation evaluation = session.evaluate(held);
            double seconds = (System.nanoTime() - begin) / 1e9;
            boolean best = evaluation.loss() < progress.bestLoss();
            progress = progress.active(seconds).evaluated(evaluation.loss());
            sink.accept(new RunEvent.Evaluated(
                    Instant.now(),
                    progress.step(),
                    evaluation.loss(),
                    evaluation.tokenAccuracy(),
                    evaluation.supervisedTokens(),
                    seconds * 1e3));
            if (best && training.checkpointEvery() > 0) {
                checkpoint();
                checkpoints.markBest(progress.step());
            }
        }

        private void checkpoint() throws LuthierException {
            long begin = System.nanoTime();
            Path saved = checkpoints.save(progress.step(), target -> session.save(target, progress));
            checkpoints.prune(training.keepCheckpoints());
            double seconds = (System.nanoTime() - begin) / 1e9;
            progress = progress.active(seconds);
            Path best = checkpoints.best();
            sink.accept(new RunEvent.Checkpointed(
                    Instant.now(),
                    progress.step(),
                    folder.path().relativize(saved).toString(),
                    saved.equals(best),
                    seconds * 1e3));
        }

        /// The result, whole or absent.
        private void writeOutput() throws LuthierException {
            Path aside = folder.path().resolve(".writing-output");
            try {
                DurableFiles.deleteTree(aside);
                Files.createDirectories(aside);
                session.writeResult(aside);
                DurableFiles.syncTree(aside);
                DurableFiles.deleteTree(folder.output());
                Files.move(aside, folder.output(), StandardCopyOption.ATOMIC_MOVE);
                DurableFiles.syncFolder(folder.path());
            } catch (IOException e) {
                throw LuthierException.disk(folder.output(), "the result", e);
            }
        }

        private String output() {
            return folder.path().relativize(folder.output()).toString();
        }

        private RunEvent.Started started() {
            return new RunEvent.Started(
                    Instant.now(),
                    run.spec().name(),
                    ProcessHandle.current().pid(),
                    device.id(),
                    session.model().kernels().threads(),
                    run.steps(),
                    progress.step(),
                    session.totalParameters(),
                    run.method().plan().parameters());
        }

        private MemorySample memory() {
            return new MemorySample(
                    session.model().kernels().account().takePeaks(),
                    ProcessMemory.residentBytes(),
                    ProcessMemory.peakResidentBytes(),
                    0);
        }

        private Ledger ledger() {
            return new Ledger(
                    progress.activeSeconds(),
                    progress.pausedSeconds(),
                    progress.step(),
                    progress.tokens(),
                    progress.supervisedTokens(),
                    ProcessMemory.peakResidentBytes(),
                    run.method().plan().parameters(),
                    session.totalParameters(),
                    lastLoss);
        }
    }
}
