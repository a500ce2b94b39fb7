/// From bytes to records, for every format: containers, lines, JSON, tables, and what is reported of their defects.
package luthier.datasets.source;
