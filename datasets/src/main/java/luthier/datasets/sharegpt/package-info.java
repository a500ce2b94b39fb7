/// Conversations as lists of from and value.
package luthier.datasets.sharegpt;
