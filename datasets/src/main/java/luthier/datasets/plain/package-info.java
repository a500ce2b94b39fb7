/// Files without structure.
package luthier.datasets.plain;
