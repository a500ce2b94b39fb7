/// What a run is: its specification, its events, its failures. Nothing here knows tensors.
package luthier.core.run;
