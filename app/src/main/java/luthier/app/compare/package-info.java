/// Runs beside each other: their curves, what they cost, which are best, where their settings differ.
package luthier.app.compare;
