/// What a worker does besides a run, one class a task.
package luthier.core.worker.task;
