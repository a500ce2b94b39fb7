/// Projects: opening, making, what is in them, the first page.
package luthier.app.project;
