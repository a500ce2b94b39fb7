/// The Llama family: RMS norms, rotary positions, grouped-query attention, gated mlp.
package luthier.core.model.llama;
