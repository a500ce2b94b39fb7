/// SPI of the second axis: which numbers may change.
package luthier.core.tuning;
