/// Model folders in the Hugging Face layout: configuration, special tokens, chat template.
package luthier.core.model.folder;
