package rapport.followup.inbound;

import rapport.followup.correspondence.Correspondence;

/**
 * The delivery that a mail belongs to.
 *
 * @param fromOwner whether it came by the address that only the owner knows: then it is for the recipient
 * @param relayed whether neither side sees the other's address
 * @param ownersAddress where the owner reads mail; null when that is not known
 */
record Matched(Correspondence correspondence, boolean fromOwner, boolean relayed, String ownersAddress) {}
