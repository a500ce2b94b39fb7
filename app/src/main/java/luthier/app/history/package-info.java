/// The runs of a project as their folders tell: reading them fast, following those that go on, the queue.
package luthier.app.history;
