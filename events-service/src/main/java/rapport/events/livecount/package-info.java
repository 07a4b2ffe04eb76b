/**
 * How many are in, now: per event, room, session and gate, counted from the log of check-ins. As JSON, and as a stream that says
 * more whenever the count has changed.
 */
package rapport.events.livecount;
