package luthier.core.run;

/// The one checked exception across module borders: something a person can act on went wrong.
public final class LuthierException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public LuthierException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public LuthierException(Failure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
