package luthier.core.engine;

import ai.djl.engine.Engine;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// From `auto`, `cpu` or `cuda:N` to a device that is there.
///
/// @param accelerator number of the GPU, -1 for the CPU
public record DeviceChoice(int accelerator) {
    private static final String CUDA = "cuda:";

    public String id() {
        return accelerator < 0 ? "cpu" : CUDA + accelerator;
    }

    /// @param asked as in a run's specification
    /// @throws LuthierException (NoSuchDevice) when a GPU is asked for and cannot be used; never a silent CPU run
    public static DeviceChoice of(String asked, Accelerators accelerators) throws LuthierException {
        if (asked.equals("cpu")) {
            return new DeviceChoice(-1);
        }
        int count = accelerators.count();
        if (asked.equals("auto")) {
            return new DeviceChoice(count > 0 ? 0 : -1);
        }
        int number = Integer.parseInt(asked.substring(CUDA.length()));
        if (number >= count) {
            throw new LuthierException(new Failure.NoSuchDevice(
                    asked,
                    count == 0
                            ? "no CUDA device can be used here"
                            : "this machine has " + count + " CUDA device(s), numbered from 0",
                    count == 0
                            ? "Run `luthier doctor` to see what is missing, or set the device to cpu."
                            : "Choose a lower number."));
        }
        return new DeviceChoice(number);
    }

    /// Counts the GPUs that the loaded PyTorch can use.
    @FunctionalInterface
    public interface Accelerators {
        int count();

        /// Of the PyTorch in this process.
        static Accelerators ofPyTorch() {
            return () -> Engine.getEngine("PyTorch").getGpuCount();
        }
    }
}
