/// Low-rank adaptation: its settings, which modules it changes and the plan of what is trained.
package luthier.adapters.lora;
