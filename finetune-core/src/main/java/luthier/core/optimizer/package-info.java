/// SPI of the third axis: how the trained numbers move.
package luthier.core.optimizer;
