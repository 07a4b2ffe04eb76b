/**
 * What everybody may know of an event without a sign-in. Everything that is read for the public is read here, by statements whose
 * columns are listed, so that an address or a join URL cannot slip in with a new column.
 */
package rapport.events.agenda;
