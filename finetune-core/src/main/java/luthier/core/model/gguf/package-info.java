/// Reading GGUF files and turning those of the Llama architecture into model folders.
package luthier.core.model.gguf;
