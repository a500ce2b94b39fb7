/// A run's data from its files to batches.
package luthier.core.data.prepare;
