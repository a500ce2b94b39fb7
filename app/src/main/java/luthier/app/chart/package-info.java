/// Charts over the steps of a run: what is drawn, the figures behind it, and the canvas that draws.
package luthier.app.chart;
