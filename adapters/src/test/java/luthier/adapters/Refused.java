package luthier.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Asserts how something is refused.
public final class Refused {
    private Refused() {}

    public static Failure.InvalidSpec spec(ThrowingCallable call) {
        return by(call, Failure.InvalidSpec.class);
    }

    public static Failure.UnreadableModel model(ThrowingCallable call) {
        Failure.UnreadableModel failure = by(call, Failure.UnreadableModel.class);
        assertThat(failure.problem()).endsWith(".");
        assertThat(failure.advice()).endsWith(".");
        return failure;
    }

    private static <F extends Failure> F by(ThrowingCallable call, Class<F> type) {
        LuthierException thrown = catchThrowableOfType(LuthierException.class, call);
        assertThat(thrown).as("the call must refuse").isNotNull();
        assertThat(thrown.failure()).isInstanceOf(type);
        return type.cast(thrown.failure());
    }
}
