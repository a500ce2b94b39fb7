/// What a model is made of: data types, configuration, families and the stages they describe.
package luthier.core.model;
