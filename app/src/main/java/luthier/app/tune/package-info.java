/// The Tune page: a draft of a run on its three axes, what it will need, and its start.
package luthier.app.tune;
