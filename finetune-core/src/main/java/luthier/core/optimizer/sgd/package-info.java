/// Stochastic gradient descent with optional momentum.
package luthier.core.optimizer.sgd;
