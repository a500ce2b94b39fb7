/// SPI: families of models that share a block.
package luthier.core.model.family;
