/// What a worker does besides a run, one class a task, and the channel it answers on.
package luthier.core.worker.task;
