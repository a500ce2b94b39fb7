package luthier.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Asserts how a model file is refused.
public final class Refusals {
    private Refusals() {}

    /// The failure of a call that must refuse, with an advice that is a sentence.
    public static Failure.UnreadableModel refusal(ThrowingCallable call) {
        LuthierException thrown = catchThrowableOfType(LuthierException.class, call);
        assertThat(thrown).as("the call must refuse").isNotNull();
        assertThat(thrown.failure()).isInstanceOf(Failure.UnreadableModel.class);
        Failure.UnreadableModel failure = (Failure.UnreadableModel) thrown.failure();
        assertThat(failure.advice()).endsWith(".");
        return failure;
    }
}
