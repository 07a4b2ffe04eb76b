/**
 * Certificates of attendance. Issuing is a deliberate act; reading and verifying write nothing. A certificate says what was
 * measured when it was issued; a verifier learns whether that is still so (ADR 22).
 */
package rapport.events.certificate;
