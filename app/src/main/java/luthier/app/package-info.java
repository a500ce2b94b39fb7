/// The program: its start and how its parts are put together.
package luthier.app;
