package luthier.core.model.gguf;

/// One tensor on its way from a GGUF file to a model folder.
///
/// @param name name in the folder
/// @param shape sizes the configuration asks for, slowest first
record TensorMove(GgufTensor source, String name, long[] shape, RowOrder order) {}
