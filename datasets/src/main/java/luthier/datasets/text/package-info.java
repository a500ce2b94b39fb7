/// Records with one text each.
package luthier.datasets.text;
