package luthier.core.run;

/// Where a run's events go.
@FunctionalInterface
public interface RunSink {
    void accept(RunEvent event) throws LuthierException;
}
