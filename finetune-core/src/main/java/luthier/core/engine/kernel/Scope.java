package luthier.core.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Closes all that was made for it, newest first.
public final class Scope implements Held {
    private final List<Held> owned = new ArrayList<>();

    public <T extends Held> T own(T held) {
        owned.add(held);
        return held;
    }

    /// A map over tensors that somebody else owns.
    public TensorMap map(Map<String, Tensor> tensors) {
        return own(new TensorMap(tensors));
    }

    @Override
    public void close() {
        for (int i = owned.size() - 1; i >= 0; i--) {
            owned.get(i).close();
        }
        owned.clear();
    }
}
