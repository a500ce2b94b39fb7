/// What is registered, for a front end: lists of what there is, and the check of settings.
package luthier.core.catalog.registered;
