/**
 * What staff knows about who was there: somebody listened by telephone, a gate was out of order. Entries are appended with who
 * says so and why, and withdrawn by another entry; together they are the source {@code MANUAL} of attendance. It adds to what
 * others say and takes nothing away: a check-in that is wrong is invalidated, a report rolled back.
 */
package rapport.events.manualpresence;
