package luthier.core.tuning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import luthier.core.model.DType;

/// The trained numbers at the end of a run, and what a writer needs of the base.
public interface TrainedValues {
    /// Little-endian fp32 bytes of a trained tensor, row-major.
    ///
    /// @param name as in [TuningPlan.Trained]
    ByteBuffer fp32(String name);

    /// Bytes of a whole checkpoint tensor as it is now (trained or not), in the type it is held in.
    ///
    /// @param tensor checkpoint name
    ByteBuffer current(String tensor) throws IOException;

    /// Type of [#current(String)]'s bytes.
    DType currentType(String tensor);

    /// The base model's folder, for configuration and tokenizer files.
    Path baseFolder();
}
