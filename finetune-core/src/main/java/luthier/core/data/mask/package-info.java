/// From examples to token rows with a label mask: which text is supervised, how long examples are cut.
package luthier.core.data.mask;
