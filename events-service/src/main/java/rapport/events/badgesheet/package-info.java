/**
 * Badges on paper. A print is decided on once and remembered, so that the next one can leave out what has not changed; its sheet
 * can be fetched as often as the printer jams.
 */
package rapport.events.badgesheet;
