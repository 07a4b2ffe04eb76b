package rapport.followup.mail;

/**
 * What a recipient can do with a message besides reading it.
 *
 * @param stop address of the page that stops or pauses messages; also what mail programs post to (RFC 8058)
 * @param rules address of the page with the recipient's own rules
 * @param replyAddress the address by which answers find their way back; null when none arrive here
 */
record MailLinks(String stop, String rules, String replyAddress) {}
