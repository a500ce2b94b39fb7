/// Where the texts lie that a person reads.
package luthier.ui;
