/// Trains: holds a model's stages and its trained numbers, runs forward and backward, steps, evaluates, generates.
package luthier.core.engine;
