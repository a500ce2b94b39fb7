/// Writing to disk so that a crash leaves the old or the new state, never a half.
package luthier.core.disk;
