package luthier.core.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Closes all that was made for it, newest first.
public final class Scope implements AutoCloseable {
    private final List<AutoCloseable> owned = new ArrayList<>();

    public Tensor own(Tensor tensor) {
        owned.add(tensor);
        return tensor;
    }

    public List<Tensor> own(List<Tensor> tensors) {
        owned.addAll(tensors);
        return tensors;
    }

    public TensorMap own(TensorMap map) {
        owned.add(map);
        return map;
    }

    /// A map over tensors that somebody else owns.
    public TensorMap map(Map<String, Tensor> tensors) {
        return own(new TensorMap(tensors));
    }

    @Override
    public void close() {
        for (int i = owned.size() - 1; i >= 0; i--) {
            switch (owned.get(i)) {
                case Tensor tensor -> tensor.close();
                case TensorMap map -> map.close();
                default -> throw new IllegalStateException("A scope owns tensors and maps only");
            }
        }
        owned.clear();
    }
}
