/// Training every number of a model.
package luthier.adapters.full;
