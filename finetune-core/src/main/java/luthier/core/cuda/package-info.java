/// PyTorch's libraries for NVIDIA GPUs: where they lie, how a worker is pointed at them, how they are fetched.
package luthier.core.cuda;
