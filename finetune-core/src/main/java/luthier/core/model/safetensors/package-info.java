/// Reading and writing safetensors files: single ones and sharded checkpoints.
package luthier.core.model.safetensors;
