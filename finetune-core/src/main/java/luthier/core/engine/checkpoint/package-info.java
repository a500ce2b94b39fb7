/// Checkpoints on disk: whole or absent, newest and best kept.
package luthier.core.engine.checkpoint;
