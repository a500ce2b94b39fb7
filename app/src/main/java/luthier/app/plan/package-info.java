/// What a run will need, asked of a worker.
package luthier.app.plan;
