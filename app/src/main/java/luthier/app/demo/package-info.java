/// The demonstration with the shipped quickstart model.
package luthier.app.demo;
