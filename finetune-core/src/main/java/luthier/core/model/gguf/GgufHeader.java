package luthier.core.model.gguf;

import java.util.SequencedMap;

/// What stands before the data of a GGUF file.
record GgufHeader(GgufMetadata metadata, SequencedMap<String, GgufTensor> tensors) {}
