/// The way to worker processes, behind interfaces.
package luthier.app.worker;
