/// Starting, following and steering worker processes; the run folder they share with whoever follows them.
package luthier.core.client;
