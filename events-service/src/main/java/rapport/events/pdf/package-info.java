/** Words in every script and codes on paper, for badges and certificates. */
package rapport.events.pdf;
