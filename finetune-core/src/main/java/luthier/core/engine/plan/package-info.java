/// Predicts a run's memory before it is loaded, by the same causes as it is measured.
package luthier.core.engine.plan;
