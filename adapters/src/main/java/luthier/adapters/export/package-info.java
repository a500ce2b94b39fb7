/// Whole model folders as other tools read them.
package luthier.adapters.export;
