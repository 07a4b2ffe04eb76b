/**
 * Who came in and who went out. Gates send what they have read, at once or days later, in any order and any number of times; all
 * of it goes into one append-only log, and the present follows from the log alone: the last word of a {@linkplain
 * rapport.events.checkin.Timeline timeline} that is ordered by the time at which things happened, not by their arrival.
 */
package rapport.events.checkin;
