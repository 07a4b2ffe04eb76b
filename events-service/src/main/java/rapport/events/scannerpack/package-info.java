/**
 * What a gate needs to tell badges apart without a network: keyed digests of an event's badges, signed and expiring. Nobody's name
 * is in it, and nobody can print a badge with it.
 */
package rapport.events.scannerpack;
