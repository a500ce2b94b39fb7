/// The only package that touches PyTorch: packs the TorchScript kernels, calls them, owns the tensors.
package luthier.core.engine.kernel;
