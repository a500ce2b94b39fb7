/// Training a byte-level BPE tokenizer and writing it as a `tokenizer.json`.
package luthier.core.data.bpe;
