package luthier.app.worker;

/// Ctrl+C.
@FunctionalInterface
public interface Interrupts {
    /// From now on each Ctrl+C calls `handler`, in a thread of its own, instead of ending the program; until closed.
    Listening listen(Runnable handler);

    /// Ends the listening; Ctrl+C ends the program again.
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
