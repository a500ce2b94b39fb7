/// From examples to token ids with a label mask: the tokenizer, supervised spans, truncation.
package luthier.core.data.tokens;
