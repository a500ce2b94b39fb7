package luthier.core.worker.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luthier.core.engine.ProcessMemory;
import luthier.core.run.LuthierException;

/// Looks at the machine from inside a worker.
public final class DoctorTask implements WorkerTask {
    private static final int OLDEST_JAVA = 25;
    private static final long LITTLE_MEMORY = 2L << 30;

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public void perform(Map<String, Object> form, TaskChannel channel) throws LuthierException {
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        checks.add(Check.fine("System", System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        checks.add(ProcessorCheck.cores());
        checks.add(ProcessorCheck.brainFloat());
        checks.add(memory());
        checks.add(EngineCheck.pytorch());
        checks.add(CudaCheck.ofThisMachine());
        checks.addAll(DiskCheck.all());
        channel.send(Map.of("checks", checks.stream().map(Check::asMap).toList()));
    }

    private static Check java() {
        boolean ok = Runtime.version().feature() >= OLDEST_JAVA;
        return new Check(
                "Java",
                ok,
                Runtime.version() + ", " + System.getProperty("java.home"),
                ok ? "" : "Install Java " + OLDEST_JAVA + " or newer.");
    }

    private static Check memory() {
        long free = ProcessMemory.availableBytes();
        boolean ok = free >= LITTLE_MEMORY;
        return new Check(
                "Memory available",
                ok,
                gigabytes(free),
                ok ? "" : "Close other programs: even a small model needs about 2 GiB.");
    }

    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
