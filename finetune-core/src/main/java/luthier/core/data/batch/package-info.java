/// From token rows to batches: the split, the order of a run, padding. Everything follows from the seed.
package luthier.core.data.batch;
