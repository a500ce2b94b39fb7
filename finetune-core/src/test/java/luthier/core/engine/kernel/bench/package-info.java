/// JMH benchmarks of the hot kernels; `bench/kernels` runs them, the tests do not.
package luthier.core.engine.kernel.bench;
