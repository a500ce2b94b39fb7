package luthier.core.engine.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// PyTorch's autograd as the judge of written backward passes. It needs recording, which the engine's calls switch
/// off, so it works on copies of its own.
public final class Oracle {
    private final List<String> wanted;
    private final NDManager manager;
    private final List<NDArray> gradients = new ArrayList<>();

    private Oracle(NDManager manager, List<String> wanted) {
        this.manager = manager;
        this.wanted = wanted;
    }

    /// The block's output, the gradient of its input, then those of the wanted parameters in alphabetical order.
    public static List<float[]> block(
            Kernels kernels,
            Tensor x,
            Tensor gradient,
            Map<String, Tensor> p,
            Map<String, Tensor> c,
            List<String> wanted) {
        try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch")) {
            Oracle oracle = new Oracle(manager, wanted);
            NDList arguments = new NDList();
            arguments.add(oracle.tracked(kernels, x, ""));
            arguments.add(oracle.copy(kernels, gradient, ""));
            oracle.add(arguments, kernels, "p.", p);
            oracle.add(arguments, kernels, "c.", c);
            return oracle.run("oracle_block", arguments);
        }
    }

    /// The mean loss of the taken rows, then the gradients of x and of the wanted parameters in alphabetical order.
    public static List<float[]> head(
            Kernels kernels,
            Tensor x,
            long[] rows,
            long[] labels,
            Map<String, Tensor> p,
            Map<String, Tensor> c,
            List<String> wanted) {
        try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch")) {
            Oracle oracle = new Oracle(manager, wanted);
            NDList arguments = new NDList();
            arguments.add(oracle.tracked(kernels, x, ""));
            oracle.add(arguments, kernels, "p.", p);
            oracle.add(arguments, kernels, "c.", c);
            arguments.add(manager.create(rows));
            arguments.add(manager.create(labels));
            return oracle.run("oracle_head", arguments);
        }
    }

    private void add(NDList arguments, Kernels kernels, String prefix, Map<String, Tensor> tensors) {
        tensors.forEach((key, tensor) -> arguments.add(
                wanted.contains(key) && prefix.equals("p.")
                        ? tracked(kernels, tensor, prefix + key)
                        : copy(kernels, tensor, prefix + key)));
    }

    private NDArray copy(Kernels kernels, Tensor tensor, String name) {
        Shape shape = new Shape(tensor.shape());
        NDArray copy = switch (tensor.dtype()) {
            case I64 -> manager.create(tensor.array().toLongArray(), shape);
            case F64 -> manager.create(tensor.array().toDoubleArray(), shape);
            default -> manager.create(kernels.floats(tensor), shape);
        };
        copy.setName(name);
        return copy;
    }

    private NDArray tracked(Kernels kernels, Tensor tensor, String name) {
        NDArray copy = copy(kernels, tensor, name);
        copy.setRequiresGradient(true);
        gradients.add(copy);
        return copy;
    }

    private List<float[]> run(String method, NDList arguments) {
        NDArray selector = manager.create(0f);
        selector.setName("module_method:" + method);
        arguments.add(selector);
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try (PtSymbolBlock module = JniUtils.loadModule(
                (PtNDManager) manager, new ByteArrayInputStream(TestKernels.archive()), false, false)) {
            List<float[]> results = new ArrayList<>();
            for (NDArray result : IValueUtils.forward(module, arguments, true)) {
                results.add(result.toFloatArray());
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
