/// Adapters on the disk as PEFT writes and reads them, and merging them into their base.
package luthier.adapters.peft;
