/// AdamW: Adam with decoupled weight decay.
package luthier.core.optimizer.adamw;
