/// All a front end may know of tunings, optimisers, model families and data formats.
package luthier.core.catalog;
