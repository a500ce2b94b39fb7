package luthier.core.engine.kernel;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import luthier.core.model.DType;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// One call of a kernel: arguments in the order of its signature, then what it returns.
public final class Call {
    private final Kernels kernels;
    private final String method;
    private final List<IValue> arguments = new ArrayList<>();
    private final List<IValue> own = new ArrayList<>();

    Call(Kernels kernels, String method) {
        this.kernels = kernels;
        this.method = method;
    }

    public Call with(Tensor tensor) {
        return add(IValue.from(tensor.array()));
    }

    public Call with(TensorMap map) {
        arguments.add(map.value());
        return this;
    }

    public Call with(List<Tensor> tensors) {
        return add(IValue.listFrom(tensors.stream().map(Tensor::array).toArray(PtNDArray[]::new)));
    }

    public Call with(long number) {
        return add(IValue.from(number));
    }

    public Call with(double number) {
        return add(IValue.from(number));
    }

    public Call with(long[] numbers) {
        return add(IValue.listFrom(numbers));
    }

    public Call with(double[] numbers) {
        return add(IValue.listFrom(numbers));
    }

    public Call with(DType dtype) {
        return with((long) dtype.torchCode());
    }

    private Call add(IValue value) {
        arguments.add(value);
        own.add(value);
        return this;
    }

    /// For kernels that work in place: what they return is one of their arguments and is dropped.
    public void run() {
        try (IValue result = perform()) {
            try (PtNDArray same = result.toTensor(kernels.manager())) {
                assert same != null;
            }
        }
    }

    /// @param cause who holds the new tensor; null for a window into an argument
    public Tensor tensor(DType dtype, @Nullable MemoryCause cause) {
        try (IValue result = perform()) {
            return kernels.adopt(result.toTensor(kernels.manager()), dtype, cause);
        }
    }

    /// @param dtypes type of each returned tensor; the last holds for all that follow
    public List<Tensor> tensors(@Nullable MemoryCause cause, DType... dtypes) {
        try (IValue result = perform()) {
            PtNDArray[] arrays = result.toTensorArray(kernels.manager());
            List<Tensor> tensors = new ArrayList<>(arrays.length);
            for (int i = 0; i < arrays.length; i++) {
                tensors.add(kernels.adopt(arrays[i], dtypes[Math.min(i, dtypes.length - 1)], cause));
            }
            return tensors;
        }
    }

    private IValue perform() {
        try {
            return kernels.perform(method, arguments.toArray(IValue[]::new));
        } finally {
            own.forEach(IValue::close);
        }
    }
}
