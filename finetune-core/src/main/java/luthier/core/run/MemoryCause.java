package luthier.core.run;

/// What a byte of memory is there for; the same names in the plan, in measurements and on charts.
public enum MemoryCause {
    WEIGHTS,
    ADAPTERS,
    GRADIENTS,
    OPTIMIZER,
    ACTIVATIONS,
    WORKSPACE,
    RUNTIME
}
