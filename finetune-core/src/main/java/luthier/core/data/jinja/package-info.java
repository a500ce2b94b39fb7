/// The part of the Jinja language that chat templates use, evaluated as jinja2 evaluates it, to the byte.
package luthier.core.data.jinja;
