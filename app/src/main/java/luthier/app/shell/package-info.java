/// The frame around the pages: rail, top bar, status strip, palette; and what a page is.
package luthier.app.shell;
