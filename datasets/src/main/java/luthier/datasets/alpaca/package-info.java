/// Instruction, input and output columns.
package luthier.datasets.alpaca;
