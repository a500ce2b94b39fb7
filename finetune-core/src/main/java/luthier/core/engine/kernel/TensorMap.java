package luthier.core.engine.kernel;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A `Dict[str, Tensor]` handed to kernels, made once and used for many calls. It does not own its tensors.
public final class TensorMap implements Held {
    private final Map<String, Tensor> tensors;
    private final IValue value;

    public TensorMap(Map<String, Tensor> tensors) {
        this.tensors = new LinkedHashMap<>(tensors);
        Map<String, PtNDArray> arrays = new HashMap<>();
        tensors.forEach((key, tensor) -> arrays.put(key, tensor.array()));
        this.value = IValue.stringMapFrom(arrays);
    }

    IValue value() {
        return value;
    }

    public @Nullable Tensor get(String key) {
        return tensors.get(key);
    }

    public Map<String, Tensor> tensors() {
        return Map.copyOf(tensors);
    }

    @Override
    public void close() {
        value.close();
    }
}
