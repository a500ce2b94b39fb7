/// The worker process: a run or a task in a JVM of its own.
package luthier.core.worker;
