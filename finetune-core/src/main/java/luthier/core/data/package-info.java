/// From files to supervised tokens: the format SPI, examples, chat templates, label masks, batches.
package luthier.core.data;
