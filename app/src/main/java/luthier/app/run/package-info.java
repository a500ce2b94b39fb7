/// The Runs page: the list, the chosen run with its charts, the queue.
package luthier.app.run;
