package luthier.core.model.safetensors;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// Checks that the tensors of a header fill the data of a file exactly: no overlap, no gap, no byte too few or too
/// many.
final class LayoutCheck {
    private LayoutCheck() {}

    /// @return the tensors in the order of their data
    /// @param dataBytes size of the file after its header
    static List<TensorHeader> check(Path file, Collection<TensorHeader> tensors, long dataBytes)
            throws LuthierException {
        List<TensorHeader> sorted = tensors.stream()
                .sorted(Comparator.comparingLong(TensorHeader::begin).thenComparingLong(TensorHeader::end))
                .toList();
        long position = 0;
        for (TensorHeader tensor : sorted) {
            if (tensor.begin() != position || tensor.end() < tensor.begin()) {
                throw broken(file, tensor, "overlaps another one or leaves a gap");
            }
            long needed = neededBytes(file, tensor);
            if (tensor.byteCount() != needed) {
                throw broken(file, tensor, "has " + tensor.byteCount() + " bytes but its shape needs " + needed);
            }
            position = tensor.end();
        }
        if (position > dataBytes) {
            throw Unreadable.damaged(file, "The file is " + (position - dataBytes) + " bytes short.");
        }
        if (position < dataBytes) {
            throw Unreadable.damaged(file, "The file has " + (dataBytes - position) + " bytes after the last tensor.");
        }
        return sorted;
    }

    private static long neededBytes(Path file, TensorHeader tensor) throws LuthierException {
        long bits = tensor.type().bits();
        try {
            for (long size : tensor.shape()) {
                bits = Math.multiplyExact(bits, size);
            }
        } catch (ArithmeticException _) {
            throw broken(file, tensor, "has an impossible shape");
        }
        if (bits % Byte.SIZE != 0) {
            throw broken(file, tensor, "does not end on a byte boundary");
        }
        return bits / Byte.SIZE;
    }

    private static LuthierException broken(Path file, TensorHeader tensor, String what) {
        return Unreadable.damaged(file, "Tensor " + tensor.name() + " " + what + ".");
    }
}
